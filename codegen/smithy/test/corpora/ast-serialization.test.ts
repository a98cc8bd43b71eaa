import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel, serializeAst } from "../../src/index.js";
import { describeCorpus, errorsOf, filesBelow, readSource } from "./corpus.js";

describeCorpus("ast-serialization/v2", (folder) => {
  // The files `*.1.0.json` contain the same models in version 1.0. This package does not write
  // version 1.0.
  const names = filesBelow(folder, ".json").filter((name) => !name.endsWith(".1.0.json"));
  for (const name of names) {
    it(`reproduces the JSON AST of ${name}`, () => {
      const source = readSource(join(folder, name));
      const result = loadModel([source]);
      expect(errorsOf(result)).toEqual([]);
      expect(result.model && serializeAst(result.model)).toEqual(JSON.parse(source.text));
    });
  }
});
