import { join } from "node:path";
import { serializeAst } from "@tinsmith/smithy";
import type { Corpus } from "../corpus.js";
import { filesBelow, readText, source } from "../corpus-files.js";
import { loadWithoutErrors } from "../events.js";
import { canonicalJson, firstDifference } from "../difference.js";

export const astSerialization: Corpus = {
  name: "ast-serialization",
  judged: "loads and serializes to the same JSON",
  cases(root) {
    return filesBelow(join(root, "ast-serialization/v2"), ".json")
      .filter(({ base }) => !base.endsWith(".1.0.json"))
      .map(({ name, path }) => ({
        name,
        run() {
          const model = loadWithoutErrors([source(path)]);
          const expected = canonicalJson(JSON.parse(readText(path)));
          const actual = canonicalJson(serializeAst(model));
          const difference = firstDifference(actual, expected);
          if (difference !== undefined) throw new Error(difference);
        },
      }));
  },
};
