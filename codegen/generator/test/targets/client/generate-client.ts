import type { Model } from "@tinsmith/smithy";
import { modelAccess } from "../../../src/model-access.js";
import type { GeneratedFile } from "../../../src/generator.js";
import { printFile } from "../../../src/print/print-file.js";
import { clientTarget } from "../../../src/targets/client/client-target.js";
import { typesTarget } from "../../../src/targets/types/types-target.js";
import { planOfModel } from "../../../../service/test/load-plan.js";

/** Names of the packages that the generated code mentions. */
export const packages = { client: "@example/client", types: "@example/types" };

/** The files of a client, by path. */
export const generateClient = (model: Model): Promise<Record<string, string>> =>
  print(model, clientTarget, packages.client);

/** The generated tests of the client, by path. */
export async function generateClientTests(model: Model): Promise<Record<string, string>> {
  const { tests = [] } = await clientTarget.generate(
    planOfModel(model),
    contextOf(model, packages.client),
  );
  return printAll(tests);
}

/** The files of the types that a client builds on, by path. */
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
  options: {},
  packageName,
  siblings: new Map([["types", { target: "types", packageName: packages.types }]]),
  plugins: {},
});

async function printAll(files: readonly GeneratedFile[]): Promise<Record<string, string>> {
  const printed = await Promise.all(
    files.map(async (file) => {
      if (!("code" in file)) throw new Error(`${file.path} is no code`);
      return [file.path, await printFile(file.path, file.code, { source: "model.smithy" })];
    }),
  );
  return Object.fromEntries(printed);
}
