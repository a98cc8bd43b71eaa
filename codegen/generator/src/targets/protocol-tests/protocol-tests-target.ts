import * as v from "valibot";
import { NameScope, kebabCase } from "@tinsmith/service";
import { defineGenerator } from "../../generator.js";
import type { GeneratedFile } from "../../generator.js";
import { protocolPackages } from "../protocol-symbols.js";
import { emitErrorTests, emitOperationTests } from "./emit-tests.js";
import { protocolTestsReadme, vitestConfig } from "./readme.js";
import { runtimePackage } from "./runtime-symbols.js";
import type { TestContext } from "./test-context.js";

/**
 * Generates the protocol tests of the model (`smithy.test`) as vitest files. They test the packages
 * of the targets `client` and `mock-server`, if these are generated in the same build.
 * Smithy: https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html
 */
export const protocolTestsTarget = defineGenerator({
  name: "protocol-tests",
  options: v.strictObject({}),
  needs: ["types"],
  needsProtocol: true,
  generate: (plan, { packageName, siblings }) => {
    const types = siblings.get("types")?.packageName;
    const client = siblings.get("client")?.packageName;
    const mockServer = siblings.get("mock-server")?.packageName;
    if (types === undefined || (client === undefined && mockServer === undefined)) {
      throw new Error(
        'The target "protocol-tests" requires the target "types", and "client" or "mock-server". Add them to "plugins".',
      );
    }
    const underTest = [types, client, mockServer].filter((name) => name !== undefined);
    return {
      folder: "test/generated",
      files: testFiles({ plan, packages: { types, client, mockServer } }),
      package: {
        description: `Protocol tests of ${plan.title}.`,
        entries: {},
        readme: protocolTestsReadme(plan, packageName),
        starterFiles: [vitestConfig],
        scripts: { test: "vitest run" },
        devDependencies: [
          ...underTest.map((name) => ({ name })),
          { name: "@tinsmith/protocols" },
          { name: runtimePackage },
          ...protocolPackages(plan, "client"),
          { name: "vitest" },
        ],
      },
    };
  },
});

function testFiles(context: TestContext): readonly GeneratedFile[] {
  const { operations, errors } = context.plan;
  const errorFiles = new NameScope({ caseInsensitive: true });
  return [
    ...operations.map((operation) => ({
      path: `operations/${operation.names.file}.test.ts`,
      code: emitOperationTests(context, operation),
    })),
    ...errors.map((error) => ({
      path: `errors/${errorFiles.take(kebabCase(error.name))}.test.ts`,
      code: emitErrorTests(context, error),
    })),
  ].flatMap(({ path, code }) => (code === undefined ? [] : [{ path, code }]));
}
