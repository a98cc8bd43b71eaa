import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel, serializeAst, serializeIdl } from "../../src/index.js";
import { describeCorpus, errorsOf, filesBelow, readSource } from "./corpus.js";

describeCorpus("idl-serialization", (folder) => {
  for (const name of filesBelow(folder, ".smithy")) {
    it(`reproduces the IDL of ${name}`, () => {
      const source = readSource(join(folder, name));
      const result = loadModel([source]);
      expect(errorsOf(result)).toEqual([]);
      const files = result.model ? [...serializeIdl(result.model).values()] : [];
      expect(files).toEqual([source.text]);
    });
  }
});

describeCorpus("loader/valid", (folder) => {
  for (const name of filesBelow(folder, ".smithy")) {
    it(`writes IDL for ${name} that loads as the same model`, () => {
      const shared = readSource(join(folder, "__shared.json"));
      const { model } = loadModel([readSource(join(folder, name)), shared]);
      if (!model) throw new Error("no model");
      const files = [...serializeIdl(model)].map(([path, text]) => ({ path, text }));
      const again = loadModel(files);
      expect(errorsOf(again)).toEqual([]);
      expect(again.model && serializeAst(again.model)).toEqual(serializeAst(model));
    });
  }
});
