import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel, serializeAst, transformModel } from "../../src/index.js";
import { describeCorpus, filesBelow, readSource } from "../corpora/corpus.js";

describeCorpus("aws-models", (folder) => {
  for (const name of filesBelow(folder, ".json")) {
    it(`keeps ${name} unchanged if no transform applies to it`, () => {
      const { model } = loadModel([readSource(join(folder, name))]);
      if (!model) throw new Error("no model");
      const { model: same, problems } = transformModel(model, [
        { name: "excludeTags", args: { tags: [] } },
        { name: "removeUnusedShapes" },
        { name: "includeShapesBySelector", args: { selector: ":is(service, service ~> *)" } },
      ]);
      expect(problems).toEqual([]);
      expect(serializeAst(same)).toEqual(serializeAst(model));
    });
  }
});
