import { patternTrait, trait } from "../../traits/index.js";
import { error, warning } from "../event.js";
import { compilePattern } from "../node/patterns.js";
import { at, type Rule } from "../rule.js";

const messages = {
  unanchored: warning(
    "PatternTrait",
    (args: { missing: string }) =>
      `A pattern trait is applied without a ${args.missing}, meaning only part of the string must match the regular expression. Explicitly anchoring regular expressions is preferable because it is more restrictive by default and does not require modelers to understand that Smithy patterns are not automatically anchored.`,
  ),
  invalid: error(
    "PatternTrait",
    (args: { pattern: string }) =>
      `Invalid \`pattern\` trait regular expression: \`${args.pattern}\``,
  ),
} as const;

/** A pattern is a regular expression, and says whether it is for the whole string. */
export const patternTraitRule: Rule = {
  name: "PatternTrait",
  *check({ subjects }) {
    for (const shape of subjects) {
      const pattern = trait(shape, patternTrait);
      if (pattern === undefined) continue;
      if (compilePattern(pattern) === undefined) {
        yield messages.invalid({ pattern }, at(shape));
        continue;
      }
      const missing = [
        ...(pattern.startsWith("^") ? [] : ["leading '^'"]),
        ...(pattern.endsWith("$") ? [] : ["trailing '$'"]),
      ];
      if (missing.length > 0) {
        yield messages.unanchored({ missing: missing.join(" and ") }, at(shape));
      }
    }
  },
};
