import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel, serializeAst } from "../../src/index.js";
import { describeCorpus, errorsOf, filesBelow, readSource } from "./corpus.js";

describeCorpus("loader/valid", (folder) => {
  const shared = readSource(join(folder, "__shared.json"));
  const load = (path: string) => loadModel([readSource(path), shared]);
  for (const name of filesBelow(folder, ".smithy")) {
    const path = join(folder, name);
    it(`loads the valid model ${name}`, () => {
      expect(errorsOf(load(path))).toEqual([]);
    });
    const ast = path.replace(/\.smithy$/, ".json");
    if (!existsSync(ast)) continue;
    it(`loads the same model from ${name} as from its JSON AST`, () => {
      const idl = load(path);
      const json = load(ast);
      expect(errorsOf(json)).toEqual([]);
      expect(idl.model && serializeAst(idl.model)).toEqual(json.model && serializeAst(json.model));
    });
  }
});
