import type { Model } from "@tinsmith/smithy";
import { modelAccess } from "../../../src/model-access.js";
import type { GeneratedPackage } from "../../../src/generator.js";
import { printFile } from "../../../src/print/print-file.js";
import { protocolTestsTarget } from "../../../src/targets/protocol-tests/protocol-tests-target.js";
import { planOfModel } from "../../../../service/test/load-plan.js";

/** Runs the target on a model, with the packages of the given targets. */
export async function generateTests(
  model: Model,
  targets: readonly string[] = ["types", "client", "mock-server"],
): Promise<GeneratedPackage> {
  return protocolTestsTarget.generate(planOfModel(model), {
    ...modelAccess(model),
    options: {},
    packageName: "@example/protocol-tests",
    siblings: new Map(
      targets.map((target) => [target, { target, packageName: `@example/${target}` }]),
    ),
    plugins: {},
  });
}

/** Prints the tests and returns their files by path. */
export async function printTests(
  model: Model,
  targets?: readonly string[],
): Promise<Record<string, string>> {
  const { files } = await generateTests(model, targets);
  const printed = await Promise.all(
    files.map(async (file) => {
      if (!("code" in file)) throw new Error(`${file.path} is not code`);
      return [file.path, await printFile(file.path, file.code, { source: "model.smithy" })];
    }),
  );
  return Object.fromEntries(printed);
}
