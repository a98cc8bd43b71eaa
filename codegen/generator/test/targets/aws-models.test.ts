import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadModel } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { printFile } from "../../src/print/print-file.js";
import { typesTarget } from "../../src/targets/types/types-target.js";
import { planOfModel } from "../load-plan.js";
import { typeErrors, usesAny } from "../type-errors.js";

const corpus = fileURLToPath(new URL("../../../../../shared/corpora/aws-models", import.meta.url));
const isThere = existsSync(corpus);
if (!isThere)
  console.log("Skipped: the AWS models are not beside the project (../shared/corpora).");

describe.runIf(isThere)("the types of real services", () => {
  it("compile under the strictest settings, without any", async () => {
    // Inside the package, so that the compiler finds the packages which the types import.
    const root = fileURLToPath(new URL("../../", import.meta.url));
    await mkdir(join(root, "reports"), { recursive: true });
    const folder = await mkdtemp(join(root, "reports", "aws-models-"));
    try {
      const models = (await readdir(corpus)).filter((name) => name.endsWith(".json"));
      expect(models).toHaveLength(14);
      const files = await Promise.all(models.map((name) => generateTypes(name, folder)));
      expect(typeErrors(files.flat())).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 300_000);
});

async function generateTypes(name: string, folder: string): Promise<readonly string[]> {
  const text = await readFile(join(corpus, name), "utf8");
  const { model } = loadModel([{ path: name, text }]);
  if (model === undefined) throw new Error(`${name} does not load`);
  const generated = await typesTarget.generate(planOfModel(model), {
    model,
    options: {},
    packageName: name,
    siblings: new Map(),
    plugins: {},
  });
  const output = join(folder, name.replace(/\.json$/, ""));
  await mkdir(output);
  return Promise.all(
    generated.files.map(async (file) => {
      if (!("code" in file)) throw new Error(`${file.path} is no code`);
      const printed = await printFile(file.path, file.code, { source: name });
      expect(usesAny(printed)).toBe(false);
      await writeFile(join(output, file.path), printed);
      return join(output, file.path);
    }),
  );
}
