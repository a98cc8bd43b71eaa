import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel } from "../../src/index.js";
import { describeCorpus, errorsOf, filesBelow, readSource } from "./corpus.js";

describeCorpus("protocol-tests", (folder) => {
  it("loads all models together", () => {
    const sources = filesBelow(folder, ".smithy").map((name) => readSource(join(folder, name)));
    const result = loadModel(sources);
    expect(errorsOf(result)).toEqual([]);
    expect(result.model?.shapesOfType("operation").length).toBeGreaterThan(300);
  });
});
