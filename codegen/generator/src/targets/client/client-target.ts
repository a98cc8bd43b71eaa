import * as v from "valibot";
import type { ServicePlan } from "@tinsmith/service";
import { defineGenerator } from "../../generator.js";
import type { GeneratedFile } from "../../generator.js";
import { protocolPackages } from "../protocol-symbols.js";
import { runtimePackage as testRuntimePackage } from "../protocol-tests/runtime-symbols.js";
import { validationPackage } from "../types/emit-validators.js";
import { emitAggregatedClient } from "./emit-aggregated-client.js";
import { emitClient } from "./emit-client.js";
import { emitCommand } from "./emit-command.js";
import type { ClientPackages } from "./client-packages.js";
import { emitCommandFactory } from "./emit-command-factory.js";
import { emitCommandTypes } from "./emit-command-types.js";
import { emitEndpointParameters } from "./emit-endpoint-parameters.js";
import { emitEndpointResolver } from "./emit-endpoint-resolver.js";
import { emitEndpointTests, hasCalls } from "./endpoint-tests/emit-endpoint-tests.js";
import { emitErrorTypeRegistries } from "./emit-error-type-registries.js";
import { emitErrors } from "./emit-errors.js";
import { emitIndex } from "./emit-index.js";
import { emitInputs, inputShapes, inputsModule } from "./emit-inputs.js";
import { emitParams } from "./emit-params.js";
import { emitRuntimeEntry, runtimeEntryNames } from "./emit-runtime-entries.js";
import { emitStubs } from "./emit-stubs.js";
import {
  clientFile,
  commandTypesModule,
  paginationConfigModule,
  paginatorModule,
} from "./local-symbols.js";
import { hasEndpointRules } from "./client-options.js";
import { emitWaiter, waiterModule, waiters } from "./waiters/emit-waiter.js";
import { batches, batchModule, emitBatch } from "./batch/emit-batch.js";
import { clientReadme } from "./readme.js";
import { emitPaginationConfig, emitPaginator, paginators } from "./paginators/emit-paginator.js";
import { runtimePackage } from "./runtime-symbols.js";

/**
 * Generates a client: commands, error classes, endpoint rules as code. It depends on the package of
 * the target `types`.
 */
export const clientTarget = defineGenerator({
  name: "client",
  options: v.strictObject({}),
  needs: ["types"],
  needsProtocol: true,
  generate: (plan, { packageName, siblings }) => {
    const types = siblings.get("types")?.packageName;
    if (types === undefined) {
      throw new Error('The target "client" requires the target "types". Add it to "plugins".');
    }
    const { tests: cases } = plan.endpoint;
    return {
      files: clientFiles(plan, { client: packageName, types }),
      ...(cases.length > 0 && {
        tests: [{ path: "endpoints.test.ts", code: emitEndpointTests(plan, cases) }],
      }),
      package: {
        description: `Client of ${plan.title}.`,
        entries: {
          ".": "index.js",
          ...Object.fromEntries(runtimeEntryNames(plan).map((name) => [`./${name}`, `${name}.js`])),
          "./params": "params.js",
          "./stubs": "stubs.js",
        },
        dependencies: [
          { name: "@smithy/types" },
          { name: runtimePackage },
          { name: "@tinsmith/protocols" },
          { name: validationPackage },
          { name: types },
          ...protocolPackages(plan, "client", "server"),
        ],
        platform: "neutral",
        readme: clientReadme(plan, packageName),
        ...(cases.length > 0 && {
          scripts: { test: "vitest run" },
          devDependencies: [
            ...(hasCalls(cases) ? [{ name: testRuntimePackage }] : []),
            { name: "vitest" },
          ],
        }),
      },
    };
  },
});

/** Returns the files of paginators, waiters and batches, for services that have any. */
function actionFiles(plan: ServicePlan, packages: ClientPackages): readonly GeneratedFile[] {
  const pages = paginators(plan);
  return [
    ...(pages.length === 0
      ? []
      : [{ path: tsFile(paginationConfigModule), code: emitPaginationConfig(plan) }]),
    ...pages.map((parts) => ({
      path: tsFile(paginatorModule(parts)),
      code: emitPaginator(plan, parts, packages),
    })),
    ...waiters(plan).map((parts) => ({
      path: tsFile(waiterModule(parts)),
      code: emitWaiter(plan, parts, packages),
    })),
    ...batches(plan).map((parts) => ({
      path: tsFile(batchModule(parts)),
      code: emitBatch(plan, parts, packages),
    })),
  ];
}

/** `./waiters/a.js` → `waiters/a.ts` */
const tsFile = (module: string): string => module.replace(/^\.\/(.*)\.js$/, "$1.ts");

function clientFiles(plan: ServicePlan, packages: ClientPackages): readonly GeneratedFile[] {
  const ofInputs = inputShapes(plan);
  return [
    { path: `${clientFile(plan)}.ts`, code: emitClient(plan) },
    { path: `${plan.names.file}.ts`, code: emitAggregatedClient(plan) },
    { path: "command.ts", code: emitCommandFactory(plan) },
    { path: tsFile(commandTypesModule), code: emitCommandTypes(plan, packages) },
    ...plan.operations.map((operation) => ({
      path: `commands/${operation.names.file}-command.ts`,
      code: emitCommand(plan, operation, packages),
    })),
    ...(hasEndpointRules(plan)
      ? [
          { path: "endpoint-parameters.ts", code: emitEndpointParameters(plan) },
          { path: "endpoint-resolver.ts", code: emitEndpointResolver(plan.endpoint.rules) },
        ]
      : []),
    { path: "error-type-registries.ts", code: emitErrorTypeRegistries(plan, packages.types) },
    { path: "errors.ts", code: emitErrors(plan, packages.types) },
    { path: "index.ts", code: emitIndex(plan, packages) },
    ...(ofInputs.length > 0
      ? [{ path: tsFile(inputsModule), code: emitInputs(plan, ofInputs, packages) }]
      : []),
    ...runtimeEntryNames(plan).map((name) => ({
      path: `${name}.ts`,
      code: emitRuntimeEntry(name, plan),
    })),
    { path: "params.ts", code: emitParams(packages) },
    { path: "stubs.ts", code: emitStubs(plan, packages) },
    ...actionFiles(plan, packages),
  ];
}
