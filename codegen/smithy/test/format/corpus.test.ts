import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { formatIdl } from "../../src/format/format-idl.js";
import { describeCorpus, filesBelow, readSource } from "../corpora/corpus.js";

describeCorpus("formatter", (folder) => {
  const inputs = filesBelow(folder, ".smithy").filter((name) => !name.includes(".formatted."));
  for (const name of inputs) {
    const path = join(folder, name);
    const formattedPath = path.replace(/\.smithy$/, ".formatted.smithy");
    const expected = readFileSync(existsSync(formattedPath) ? formattedPath : path, "utf8");

    it(`formats ${name} idempotently`, () => {
      expect(formatIdl(readSource(path))).toEqual({ text: expected, diagnostics: [] });
      expect(formatIdl({ path, text: expected }).text).toBe(expected);
    });
  }
});
