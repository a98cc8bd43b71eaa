import { stringsOf } from "../../model/node-value.js";
import { shapeName } from "../../model/shape-id.js";
import { isOwnShape } from "./linter.js";
import type { Finding, Linter } from "./linter.js";
import { camelCaseWords } from "./words.js";

/** Reports names with abbreviations in capital letters: `XMLRequest`. */
export const abbreviationName: Linter = {
  name: "AbbreviationName",
  create(configuration) {
    const allowed = new Set(stringsOf(configuration["allowedAbbreviations"]));
    return function* emit({ model }): Iterable<Finding> {
      for (const shape of model.shapes.values()) {
        if (!isOwnShape(shape)) continue;
        const container = shape.type === "member" ? model.getShape(shape.container) : undefined;
        // Enum members are constants, which are in capital letters by convention.
        if (container?.type === "enum" || container?.type === "intEnum") continue;
        const name = shape.type === "member" ? shape.name : shapeName(shape.id);
        const better = spell(name, allowed);
        if (better === name) continue;
        const what = shape.type === "member" ? "member" : "shape";
        yield {
          severity: "DANGER",
          message: `${what} name, \`${name}\`, contains invalid abbreviations. Change this ${what} name to \`${better}\``,
          shape,
        };
      }
    };
  },
};

const spell = (name: string, allowed: ReadonlySet<string>): string =>
  camelCaseWords(name)
    .map((word) =>
      allowed.has(word) || !/[A-Z].*[A-Z]/.test(word)
        ? word
        : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`,
    )
    .join("");
