import type { Shape } from "../../model/model.js";
import { isNodeArray, isNodeObject, stringOf, stringsOf } from "../../model/node-value.js";
import { shapeName } from "../../model/shape-id.js";
import { parseSelector } from "../../select/selector.js";
import type { Selector } from "../../select/selector.js";
import { ConfigurationError, isOwnShape } from "./linter.js";
import type { Configuration, Finding, Linter } from "./linter.js";
import { selectorSetting } from "./selector-setting.js";
import { findTerm } from "./words.js";

interface Reserved {
  readonly selector: Selector;
  readonly words: readonly string[];
  readonly terms: readonly string[];
  readonly reason: string;
}

/** Reports names that equal, begin with or end with words that a model reserves. */
export const reservedWords: Linter = {
  name: "ReservedWords",
  create({ reserved }) {
    const entries = isNodeArray(reserved) ? reserved.filter(isNodeObject).map(readEntry) : [];
    return function* emit({ model }): Iterable<Finding> {
      for (const entry of entries) {
        for (const shape of entry.selector.select(model)) {
          if (!isOwnShape(shape)) continue;
          const word = findWord(entry, shape);
          if (word === undefined) continue;
          const name = shape.type === "member" ? shape.name : shapeName(shape.id);
          yield {
            severity: "DANGER",
            message: `The word \`${name}\` is reserved${entry.reason}`,
            shape,
          };
        }
      }
    };
  },
};

function readEntry(entry: Configuration): Reserved {
  const words = stringsOf(entry["words"]).map((word) => word.toLowerCase());
  for (const word of words) {
    if (word === "") throw new ConfigurationError("Invalid empty pattern");
    if (word === "*") throw new ConfigurationError("Invalid wildcard pattern: *");
    if (word.slice(1, -1).includes("*")) {
      throw new ConfigurationError(`Invalid inner '*' in wildcard pattern: ${word}`);
    }
  }
  const reason = stringOf(entry["reason"]);
  return {
    selector:
      entry["selector"] === undefined ? parseSelector("*") : selectorSetting(entry, "selector"),
    words,
    terms: stringsOf(entry["terms"]),
    reason: reason === undefined ? "." : `. ${reason}`,
  };
}

function findWord({ words, terms }: Reserved, shape: Shape): string | undefined {
  const name = shape.type === "member" ? shape.name : shapeName(shape.id);
  return words.find((word) => matches(name.toLowerCase(), word)) ?? findTerm(name, terms);
}

/**
 * Returns whether a name matches a word. An asterisk at either end of the word matches any text.
 */
function matches(name: string, word: string): boolean {
  const [leading, trailing] = [word.startsWith("*"), word.endsWith("*")];
  const core = word.slice(leading ? 1 : 0, trailing ? -1 : undefined);
  if (leading && trailing) return name.includes(core);
  if (leading) return name.endsWith(core);
  return trailing ? name.startsWith(core) : name === core;
}
