import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel, serializeAst } from "../../src/index.js";
import { describeCorpus, errorsOf, filesBelow, readSource } from "./corpus.js";

describeCorpus("aws-models", (folder) => {
  for (const name of filesBelow(folder, ".json")) {
    it(`loads ${name} and writes the same JSON AST`, () => {
      const source = readSource(join(folder, name));
      const result = loadModel([source]);
      expect(errorsOf(result)).toEqual([]);
      const ast = result.model && serializeAst(result.model);
      // The texts are compared, because the order of keys must be equal, too.
      expect(lines(ast)).toEqual(lines(JSON.parse(source.text)));
    });
  }
});

const lines = (value: unknown) => JSON.stringify(value, null, 2).split("\n");
