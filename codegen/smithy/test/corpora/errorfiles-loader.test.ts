import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel } from "../../src/index.js";
import { describeCorpus, eventLines, filesBelow, readSource } from "./corpus.js";

/** Matches events that the validators report instead of the loader. */
const fromValidators =
  /\| (?!Model|SyntacticShapeIdTarget|Target)|\| ModelDeprecation|: validators must be/;

/** Sorts the shapes of a cycle in a message, because any shape can be the first one. */
const withSortedCycle = (line: string) =>
  line.replace(
    /\[([^[\]]*#[^[\]]*)\]/,
    (_, list: string) => `[${list.split(", ").sort().join(", ")}]`,
  );

describeCorpus("validation/errorfiles/loader", (folder) => {
  for (const name of filesBelow(folder, ".errors")) {
    it(`reports the expected loader events of ${name}`, () => {
      const path = join(folder, name);
      const [model = ""] = [".smithy", ".json"]
        .map((ending) => path.replace(/\.errors$/, ending))
        .filter((each) => existsSync(each));
      const expected = readSource(path)
        .text.split("\n")
        .filter((line) => line.trim() !== "" && !fromValidators.test(line))
        .map((line) => line.replace(/ \| (Model|SyntacticShapeIdTarget|Target)[\w.]*.*$/, ""))
        .map(withSortedCycle);
      const actual = eventLines(loadModel([readSource(model)]))
        .filter((line) => !line.includes("| ModelDeprecation"))
        .map(withSortedCycle);
      for (const line of expected) {
        const at = actual.findIndex((each) => each.startsWith(line));
        expect(at === -1 ? actual.join("\n") : line).toBe(line);
      }
      expect(actual).toHaveLength(expected.length);
    });
  }
});
