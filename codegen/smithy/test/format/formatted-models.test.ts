import { join } from "node:path";
import { expect, it } from "vitest";
import { formatIdl } from "../../src/format/format-idl.js";
import { describeCorpus, filesBelow, readSource } from "../corpora/corpus.js";

// The authors of these corpora keep their models formatted.
for (const corpus of ["protocol-tests", "endpoints/models"]) {
  describeCorpus(corpus, (folder) => {
    it(`contains only files that formatting does not change`, () => {
      const files = filesBelow(folder, ".smithy").map((name) => readSource(join(folder, name)));
      expect(files.length).toBeGreaterThan(10);
      const changed = files.filter((source) => formatIdl(source).text !== source.text);
      expect(changed.map(({ path }) => path)).toEqual([]);
    });
  });
}
