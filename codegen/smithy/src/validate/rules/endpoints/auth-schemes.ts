import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { ServiceShape } from "../../../model/model.js";
import { isNodeArray, isNodeObject } from "../../../model/node-value.js";
import { danger, error } from "../../event.js";
import { at, type Rule } from "../../rule.js";
import { stringOf } from "../../trait-values.js";
import { objectsIn, type RuleNode, ruleSetOf } from "./rule-set.js";

const messages = {
  notList: error(
    "RuleSetAuthSchemes",
    (args: { found: string }) =>
      `Expected \`authSchemes\` to be a list, but found: \`${args.found}\``,
  ),
  noName: error(
    "RuleSetAuthSchemes",
    (args: { found: string }) =>
      `Expected \`authSchemes\` to have a \`name\` key with a string value but it did not: \`${args.found}\``,
  ),
  missing: error(
    "RuleSetAuthSchemes",
    (args: { property: string; type: string }) =>
      `Expected auth property \`${args.property}\` of ${article(args.type)} ${args.type} type but didn't find one`,
  ),
  subScheme: danger(
    "RuleSetAuthSchemes",
    () => "Requirements for `sigv4-` auth sub-scheme validation may change.",
  ),
} as const;

/** The authentication schemes of endpoints have names, and what they need. */
export const authSchemes: Rule = {
  name: "RuleSetAuthSchemes",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      for (const node of objectsIn(ruleSetOf(service))) {
        const schemes = isNodeObject(node["properties"])
          ? node["properties"]["authSchemes"]
          : undefined;
        if (schemes === undefined) continue;
        if (!isNodeArray(schemes)) {
          yield messages.notList({ found: JSON.stringify(schemes) }, at(service));
          continue;
        }
        for (const scheme of schemes.filter(isNodeObject)) yield* checkScheme(service, scheme);
      }
    }
  },
};

function* checkScheme(service: ServiceShape, scheme: RuleNode): Iterable<Diagnostic> {
  const name = stringOf(scheme["name"]);
  if (name === undefined) {
    yield messages.noName({ found: JSON.stringify(scheme) }, at(service));
    return;
  }
  if (name.startsWith("beta-") && stringOf(scheme["signingName"]) === undefined) {
    yield messages.missing({ property: "signingName", type: "string" }, at(service));
  }
  if (name === "sigv4a" && !isNodeArray(scheme["signingRegionSet"])) {
    yield messages.missing({ property: "signingRegionSet", type: "array" }, at(service));
  }
  if (name.startsWith("sigv4-")) yield messages.subScheme(undefined, at(service));
}

const article = (word: string): string => (/^[aeiou]/.test(word) ? "an" : "a");
