import { join } from "node:path";
import { parseSelector } from "@tinsmith/smithy";
import type { NodeValue } from "@tinsmith/smithy";
import type { Case, Corpus } from "../corpus.js";
import { filesBelow, source } from "../corpus-files.js";
import { loadWithoutErrors } from "../events.js";

export const selectors: Corpus = {
  name: "selectors",
  judged: "matches exactly the listed shapes",
  cases(root) {
    return filesBelow(join(root, "selectors"), ".smithy").flatMap(({ name, path }) =>
      casesOf(name, path),
    );
  },
};

interface SelectorTest {
  readonly selector: string;
  readonly matches: readonly string[];
  readonly skipPreludeShapes: boolean;
}

/**
 * Returns the cases of a model from its metadata. A model that does not load counts as one failed
 * case.
 */
function casesOf(name: string, path: string): readonly Case[] {
  try {
    const model = loadWithoutErrors([source(path)]);
    return listOf(model.metadata["selectorTests"]).map((test, index) => {
      const { selector, matches, skipPreludeShapes } = readTest(test);
      return {
        name: `${name} ${index + 1}: ${selector.trim().replace(/\s+/g, " ")}`,
        run() {
          const found = parseSelector(selector)
            .select(model)
            .map(({ id }) => id)
            .filter((id) => !(skipPreludeShapes && id.startsWith("smithy.api#")));
          const [missing, extra] = [without(matches, found), without(found, matches)];
          if (missing.length + extra.length > 0)
            throw new Error(
              `missing ${missing.join(", ") || "none"}; extra ${extra.join(", ") || "none"}`,
            );
        },
      };
    });
  } catch (error) {
    return [{ name, run: () => Promise.reject(error) }];
  }
}

function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const excluded = new Set(others);
  return list.filter((item) => !excluded.has(item));
}

function listOf(value: NodeValue | undefined): readonly NodeValue[] {
  return Array.isArray(value) ? value : [];
}

function readTest(value: NodeValue): SelectorTest {
  const fields = new Map<string, NodeValue>(
    typeof value === "object" && value !== null ? Object.entries(value) : [],
  );
  return {
    selector: String(fields.get("selector")),
    matches: listOf(fields.get("matches")).map(String),
    skipPreludeShapes: fields.get("skipPreludeShapes") === true,
  };
}
