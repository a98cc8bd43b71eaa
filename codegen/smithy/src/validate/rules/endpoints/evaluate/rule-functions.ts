import {
  isValidHostLabel,
  isVirtualHostableS3Bucket,
  parseArn,
  parseURL,
  split,
  substring,
  uriEncode,
} from "../../../../endpoints/index.js";
import { asBoolean, asInteger, asText, EvaluationError } from "./rule-value.js";
import type { RuleValue } from "./rule-value.js";
import type { Surroundings } from "./scope.js";

/** A function of the rules, which checks the types of its arguments. */
export type RuleFunction = (args: readonly RuleValue[], surroundings: Surroundings) => RuleValue;

/**
 * The functions of endpoint rules by name, except `isSet` and `getAttr`, which take expressions.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html and
 * https://smithy.io/2.0/aws/rules-engine/library-functions.html
 */
export const ruleFunctions: ReadonlyMap<string, RuleFunction> = new Map<string, RuleFunction>([
  ["booleanEquals", ([a, b]) => asBoolean(a) === asBoolean(b)],
  ["coalesce", (args) => args.find((value) => value !== undefined)],
  [
    "isValidHostLabel",
    ([label, subDomains]) => isValidHostLabel(asText(label), asBoolean(subDomains)),
  ],
  ["ite", ([condition, yes, no]) => (asBoolean(condition) ? yes : no)],
  ["not", ([value]) => !asBoolean(value)],
  ["parseURL", ([url]) => record(parseURL(asText(url)))],
  [
    "split",
    ([text, delimiter, limit]) => splitText(asText(text), asText(delimiter), asInteger(limit)),
  ],
  ["stringEquals", ([a, b]) => asText(a) === asText(b)],
  [
    "substring",
    ([text, start, stop, reverse]) =>
      substring(asText(text), asInteger(start), asInteger(stop), asBoolean(reverse)),
  ],
  ["uriEncode", ([text]) => uriEncode(asText(text))],
  [
    "aws.isVirtualHostableS3Bucket",
    ([bucket, subDomains]) => isVirtualHostableS3Bucket(asText(bucket), asBoolean(subDomains)),
  ],
  ["aws.parseArn", ([arn]) => record(parseArn(asText(arn)))],
  ["aws.partition", ([region], { partition }) => record(partition(asText(region)))],
]);

function splitText(text: string, delimiter: string, limit: number): readonly string[] {
  if (delimiter === "") throw new EvaluationError("Split delimiter cannot be empty");
  return split(text, delimiter, limit);
}

const record = (value: object | undefined): RuleValue => value && { ...value };
