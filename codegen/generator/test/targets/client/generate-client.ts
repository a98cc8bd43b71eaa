import type { Model } from "@tinsmith/smithy";
import { modelAccess } from "../../../src/model-access.js";
import type { GeneratedFile } from "../../../src/generator.js";
import { printFile } from "../../../src/print/print-file.js";
import { clientTarget } from "../../../src/targets/client/client-target.js";
import { typesTarget } from "../../../src/targets/types/types-target.js";
import { planOfModel } from "../../../../service/test/load-plan.js";

/** The package names in the generated code. */
export const packages = { client: "@example/client", types: "@example/types" };

/** Generates a client and returns its files by path. */
export const generateClient = (model: Model): Promise<Record<string, string>> =>
  print(model, clientTarget, packages.client);

/** Generates the tests of a client and returns their files by path. */
export async function generateClientTests(model: Model): Promise<Record<string, string>> {
  const { tests = [] } = await clientTarget.generate(
    planOfModel(model),
    contextOf(model, packages.client),
  );
  return printAll(tests);
}

/** Generates the types of a client and returns their files by path. */
export const generateTypes = (model: Model): Promise<Record<string, string>> =>
  print(model, typesTarget, packages.types);

async function print(
  model: Model,
  target: typeof clientTarget | typeof typesTarget,
  packageName: string,
): Promise<Record<string, string>> {
  const { files } = await target.generate(planOfModel(model), contextOf(model, packageName));
  return printAll(files);
}

const contextOf = (model: Model, packageName: string) => ({
  ...modelAccess(model),
  options: { jsonSchema: false },
  packageName,
  siblings: new Map([["types", { target: "types", packageName: packages.types }]]),
  plugins: {},
});

async function printAll(files: readonly GeneratedFile[]): Promise<Record<string, string>> {
  const printed = await Promise.all(
    files.map(async (file) => {
      if (!("code" in file)) throw new Error(`${file.path} is not code`);
      return [file.path, await printFile(file.path, file.code, { source: "model.smithy" })];
    }),
  );
  return Object.fromEntries(printed);
}
