import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel, validateModel } from "../../src/index.js";
import { describeCorpus, eventLines, filesBelow, readSource } from "./corpus.js";

describeCorpus("loader/invalid", (folder) => {
  for (const name of filesBelow(folder, ".smithy")) {
    it(`rejects the invalid model ${name}`, () => {
      const source = readSource(join(folder, name));
      const expected =
        source.text
          .split("\n", 1)[0]
          ?.replace(/^\/\/ ?/, "")
          .trim() ?? "";
      const { model, diagnostics: loaded } = loadModel([source]);
      const diagnostics = model ? validateModel(model, { loaded }) : loaded;
      // The first lines of the files contain the message, with line breaks written as `\n`.
      const lines = eventLines({ model, diagnostics }).map((line) => line.replaceAll("\n", "\\n"));
      expect(lines.find((line) => line.includes(expected)) ?? lines.join("\n")).toContain(expected);
    });
  }
});
