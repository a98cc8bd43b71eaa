import { existsSync } from "node:fs";
import { join } from "node:path";
import { formatIdl, serializeIdl } from "@tinsmith/smithy";
import type { Corpus } from "../corpus.js";
import { filesBelow, readText, source } from "../corpus-files.js";
import { firstDifference } from "../difference.js";
import { loadWithoutErrors } from "../events.js";

export const idlSerialization: Corpus = {
  name: "idl-serialization",
  judged: "loads and is written byte for byte as it was",
  cases(root) {
    return filesBelow(join(root, "idl-serialization"), ".smithy").map(({ name, path }) => ({
      name,
      run() {
        const files = [...serializeIdl(loadWithoutErrors([source(path)])).values()];
        const difference = firstDifference(files.join(""), readText(path));
        if (difference !== undefined) throw new Error(difference);
      },
    }));
  },
};

export const formatter: Corpus = {
  name: "formatter",
  judged: "gives the formatted text, and again the same",
  cases(root) {
    return filesBelow(join(root, "formatter"), ".smithy")
      .filter(({ base }) => !base.endsWith(".formatted.smithy"))
      .map(({ name, path }) => ({
        name,
        run() {
          const formatted = path.replace(/\.smithy$/, ".formatted.smithy");
          const expected = readText(existsSync(formatted) ? formatted : path);
          const once = formatIdl(source(path)).text ?? "";
          const twice = formatIdl({ path, text: once }).text ?? "";
          const difference = firstDifference(once, expected) ?? firstDifference(twice, once);
          if (difference !== undefined) throw new Error(difference);
        },
      }));
  },
};
