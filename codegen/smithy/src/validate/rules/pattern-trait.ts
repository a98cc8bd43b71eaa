import { patternTrait, trait } from "../../traits/index.js";
import { readPattern } from "../../patterns/read-pattern.js";
import { warning } from "../event.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  unanchored: warning(
    "PatternTrait",
    (args: { missing: string }) =>
      `A pattern trait is applied without a ${args.missing}, meaning only part of the string must match the regular expression. Explicitly anchoring regular expressions is preferable because it is more restrictive by default and does not require modelers to understand that Smithy patterns are not automatically anchored.`,
  ),
  untranslatable: warning(
    "PatternTrait.JavaScript",
    (args: { pattern: string; construct: string }) =>
      `The pattern \`${args.pattern}\` is not enforced in JavaScript, which has no counterpart of ${args.construct}.`,
  ),
} as const;

/** A pattern should be anchored, and JavaScript should be able to enforce it. */
export const patternTraitRule: Rule = {
  name: "PatternTrait",
  *check({ subjects }) {
    for (const shape of subjects) {
      const pattern = trait(shape, patternTrait);
      if (pattern === undefined) continue;
      const reading = readPattern(pattern);
      // An invalid pattern is reported at its trait.
      if (reading.kind === "invalid") continue;
      if (reading.kind === "untranslatable") {
        const { construct } = reading;
        yield messages.untranslatable({ pattern, construct }, atTrait(shape, patternTrait));
      }
      const missing = [
        ...(pattern.startsWith("^") ? [] : ["leading '^'"]),
        ...(pattern.endsWith("$") ? [] : ["trailing '$'"]),
      ];
      if (missing.length > 0) {
        yield messages.unanchored({ missing: missing.join(" and ") }, atTrait(shape, patternTrait));
      }
    }
  },
};
