import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadModel } from "../../src/load/load-model.js";
import { isNodeArray, isNodeObject } from "../../src/model/node-value.js";
import { parseSelector } from "../../src/select/selector.js";

const folder = fileURLToPath(new URL("../../../../../shared/corpora/selectors", import.meta.url));
const present = existsSync(folder);
if (!present) console.log(`Skipped: the selector corpus is missing (${folder}).`);

const files = present ? readdirSync(folder).filter((name) => name.endsWith(".smithy")) : [];

describe.skipIf(!present)("the selectors of the reference implementation", () => {
  it.each(files)("yield the shapes expected by %s", (name) => {
    const path = join(folder, name);
    const { model } = loadModel([{ path, text: readFileSync(path, "utf8") }]);
    if (model === undefined) throw new Error(`${name} does not load`);
    const cases = model.metadata["selectorTests"];
    if (!isNodeArray(cases)) throw new Error(`${name} has no selectorTests`);
    for (const one of cases.filter(isNodeObject)) {
      const { selector, matches, skipPreludeShapes } = one;
      if (typeof selector !== "string" || !isNodeArray(matches)) throw new Error("no selector");
      const found = parseSelector(selector)
        .select(model)
        .map(({ id }) => id)
        .filter((id) => skipPreludeShapes !== true || !id.startsWith("smithy.api#"));
      expect({ selector, found }).toEqual({ selector, found: [...matches].sort() });
    }
  });
});
