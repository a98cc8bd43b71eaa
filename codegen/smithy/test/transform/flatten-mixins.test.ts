import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadModel, serializeAst, transformModel } from "../../src/index.js";
import type { Model } from "../../src/index.js";
import { describeCorpus, filesBelow, readSource } from "../corpora/corpus.js";

const flattenMixins = (model: Model): Model =>
  transformModel(model, [{ name: "flattenAndRemoveMixins" }]).model;

function load(text: string): Model {
  const { model } = loadModel([
    { path: "a.smithy", text: `$version: "2.0"\nnamespace a\n${text}` },
  ]);
  if (!model) throw new Error("no model");
  return model;
}

describe("flattenMixins", () => {
  it("copies inherited definitions and removes the mixins", () => {
    const mixed = load(`
    @mixin(localTraits: [documentation])
    /// Not passed on
    @sensitive
    structure M { @required a: String, b: String }
    structure S with [M] { c: String }
    apply S$b @deprecated
    @mixin operation P { errors: [E] }
    operation O with [P] {}
    @error("client") structure E {}`);
    const flat = load(`
    @sensitive
    structure S { @required a: String, @deprecated b: String, c: String }
    operation O { errors: [E] }
    @error("client") structure E {}`);
    expect(serializeAst(flattenMixins(mixed))).toEqual(serializeAst(flat));
  });

  it("does not change a model without mixins or a flattened model", () => {
    const model = load("list L { member: String }\nmap M { key: String, value: L }\nenum E { A }");
    expect(serializeAst(flattenMixins(model))).toEqual(serializeAst(model));
  });
});

describeCorpus("loader/valid/mixins", (folder) => {
  for (const name of filesBelow(folder, ".flattened.smithy")) {
    it(`produces the model of ${name}`, () => {
      const path = join(folder, name);
      const [mixed, flat] = [path.replace(".flattened", ""), path].map(
        (one) => loadModel([readSource(one)]).model,
      );
      if (!mixed || !flat) throw new Error("no model");
      // The flattened files of the corpus still contain mixins.
      expect(serializeAst(flattenMixins(mixed))).toEqual(serializeAst(flattenMixins(flat)));
      expect(JSON.stringify(serializeAst(flattenMixins(mixed)))).not.toContain('"mixins":');
    });
  }
});
