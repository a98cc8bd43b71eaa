import { join } from "node:path";
import { expect, it } from "vitest";
import { isMemberOptional, loadModel, serializeAst } from "../../src/index.js";
import type { Model } from "../../src/index.js";
import { describeCorpus, errorsOf, filesBelow, readSource } from "./corpus.js";

describeCorpus("loader/upgrade-box", (folder) => {
  for (const name of filesBelow(folder, ".smithy")) {
    it(`determines the optional members of ${name}, also after a round trip`, () => {
      const source = readSource(join(folder, name));
      const expected: unknown = JSON.parse(source.text.slice(2, source.text.indexOf("\n")));
      const first = loadModel([source]);
      expect(errorsOf(first)).toEqual([]);
      if (!first.model) throw new Error("no model");
      const text = JSON.stringify(serializeAst(first.model));
      const second = loadModel([{ path: "again.json", text }]);
      expect(expected).toMatchObject(nullability(first.model));
      expect(second.model && nullability(second.model)).toEqual(nullability(first.model));
    });
  }
});

function nullability(model: Model) {
  const [member] = model.expectShape("smithy.example#Foo", "structure").members.values();
  if (!member) throw new Error("Foo has no member");
  return {
    v2: isMemberOptional(model, member),
    "v1-client-zero-value": isMemberOptional(model, member, "clientVersion1"),
  };
}
