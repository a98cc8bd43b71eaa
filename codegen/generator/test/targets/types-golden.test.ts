import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatText } from "../../src/print/print-file.js";
import {
  generateScenario,
  goldenFolder,
  readExpected,
  scenarios,
} from "../golden/read-scenario.js";
import { typeErrors, usesAny } from "../type-errors.js";

const update = process.env["UPDATE_GOLDEN"] !== undefined;

describe("the generated types", () => {
  it.each(scenarios)(
    "of %s equal the golden files (UPDATE_GOLDEN=1 updates them)",
    async (scenario) => {
      const files = await generateScenario(scenario);
      if (update) {
        const folder = join(goldenFolder, scenario, "expected");
        await rm(folder, { recursive: true, force: true });
        await mkdir(folder, { recursive: true });
        for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
      }
      expect(files).toEqual(await readExpected(scenario));
    },
  );

  it("compile under the strictest settings, together with a program that uses them", () => {
    expect(typeErrors(scenarios.map((name) => join(goldenFolder, name, "usage.ts")))).toEqual([]);
    const files = scenarios.flatMap((name) =>
      ["index", "schemas", "constraints", "validators", "json-schema"].map((file) =>
        join(goldenFolder, name, "expected", `${file}.ts`),
      ),
    );
    expect(typeErrors(files)).toEqual([]);
  }, 120_000);

  it.each(scenarios)(
    "of %s are not changed by oxfmt and do not use the type any",
    async (scenario) => {
      for (const [path, text] of Object.entries(await generateScenario(scenario))) {
        expect(await formatText(path, text)).toBe(text);
        expect(usesAny(text)).toBe(false);
      }
    },
  );
});
