import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { modelAccess } from "../../src/model-access.js";
import { printFile } from "../../src/print/print-file.js";
import { typesTarget } from "../../src/targets/types/types-target.js";
import { modelOf, planOfModel } from "../../../service/test/load-plan.js";

/** A scenario: a folder with a model (`*.smithy`), what is expected of it, and code that uses it. */
export const goldenFolder = fileURLToPath(new URL(".", import.meta.url));

export const scenarios = ["shapes", "http", "names"] as const;

/** The files which the types target makes of a scenario's model, by path. */
export async function generateScenario(scenario: string): Promise<Record<string, string>> {
  const folder = join(goldenFolder, scenario);
  const sources = (await readdir(folder)).filter((name) => name.endsWith(".smithy")).sort();
  const texts = await Promise.all(sources.map((name) => readFile(join(folder, name), "utf8")));
  const model = modelOf(...texts);
  const { files } = await typesTarget.generate(planOfModel(model), {
    ...modelAccess(model),
    options: { jsonSchema: true },
    packageName: `@example/${scenario}-types`,
    siblings: new Map(),
    plugins: {},
  });
  const printed = await Promise.all(
    files.map(async (file) => {
      if (!("code" in file)) throw new Error(`${file.path} is no code`);
      return [file.path, await printFile(file.path, file.code, { source: "model.smithy" })];
    }),
  );
  return Object.fromEntries(printed);
}

/** The expected files of a scenario, by path. */
export async function readExpected(scenario: string): Promise<Record<string, string>> {
  const folder = join(goldenFolder, scenario, "expected");
  const names = await readdir(folder).catch(() => []);
  const entries = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), "utf8")]),
  );
  return Object.fromEntries(entries);
}
