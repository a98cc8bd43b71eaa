import { join } from "node:path";
import { serializeAst } from "@tinsmith/smithy";
import type { Corpus } from "../corpus.js";
import { filesBelow, readText, source } from "../corpus-files.js";
import { loadWithoutErrors } from "../events.js";
import { firstDifference } from "../difference.js";

export const astSerialization: Corpus = {
  name: "ast-serialization",
  judged: "load and serialize give the same JSON, in the same order",
  cases(root) {
    return filesBelow(join(root, "ast-serialization/v2"), ".json")
      .filter(({ base }) => !base.endsWith(".1.0.json"))
      .map(({ name, path }) => ({
        name,
        run() {
          const model = loadWithoutErrors([source(path)]);
          const expected = JSON.stringify(JSON.parse(readText(path)), undefined, 2);
          const actual = JSON.stringify(serializeAst(model), undefined, 2);
          const difference = firstDifference(actual, expected);
          if (difference !== undefined) throw new Error(difference);
        },
      }));
  },
};
