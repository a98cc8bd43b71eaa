import { isNodeObject, stringsOf } from "../../model/node-value.js";
import { shapeName } from "../../model/shape-id.js";
import { ticked } from "../shape-text.js";
import { ConfigurationError } from "./linter.js";
import type { Finding, Linter } from "./linter.js";
import { camelCaseWords } from "./words.js";

/** Reports operations whose names do not begin with one of the configured verbs. */
export const standardOperationVerb: Linter = {
  name: "StandardOperationVerb",
  create({ verbs: wanted, prefixes: leading, suggestAlternatives }) {
    const verbs = stringsOf(wanted);
    const prefixes = stringsOf(leading);
    const alternatives = new Map(
      isNodeObject(suggestAlternatives)
        ? Object.entries(suggestAlternatives).map(([verb, better]) => [verb, stringsOf(better)])
        : [],
    );
    if (verbs.length === 0 && alternatives.size === 0) {
      throw new ConfigurationError(
        "Either verbs or suggestAlternatives must be set when configuring StandardOperationVerb",
      );
    }
    const findProblem = (name: string): string | undefined => {
      const words = camelCaseWords(name);
      const prefix = prefixes.find((one) => one === words[0]);
      const verb = prefix === undefined ? words[0] : words[1];
      if (verb === undefined) return `Operation name consists of only a verb prefix: ${name}`;
      const detected = prefix === undefined ? "" : `, with a detected prefix of \`${prefix}\``;
      const what = `Operation shape \`${name}\` uses a non-standard verb, \`${verb}\`${detected}.`;
      const better = alternatives.get(verb);
      if (better !== undefined) {
        return `${what} Consider using one of the following verbs instead: ${ticked(better)}`;
      }
      if (verbs.includes(verb)) return undefined;
      return `${what} Expected one of the following verbs: ${ticked(verbs)}`;
    };
    return function* emit({ model }): Iterable<Finding> {
      for (const shape of model.shapesOfType("operation")) {
        const message = findProblem(shapeName(shape.id));
        if (message !== undefined) yield { severity: "DANGER", message, shape };
      }
    };
  },
};
