import { error } from "../../event.js";
import { at } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { isNodeObject } from "../../../model/node-value.js";
import { EvaluationError } from "./evaluate/rule-value.js";
import { parseTemplate } from "./evaluate/template.js";
import { objectsIn, ruleSetsOf } from "./rule-set.js";

const noScheme = error(
  "RuleSetUri",
  (args: { start: string }) =>
    `URI should start with \`http://\` or \`https://\` but the URI started with ${args.start}`,
);

/** The URL of an endpoint begins with a scheme, unless a parameter provides it. */
export const ruleSetUri: Rule = {
  name: "RuleSetUri",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      for (const { type, endpoint } of ruleSetsOf(service).flatMap((rules) => [
        ...objectsIn(rules),
      ])) {
        const url = type === "endpoint" && isNodeObject(endpoint) ? endpoint["url"] : undefined;
        const start = typeof url === "string" ? literalStart(url) : undefined;
        if (start === undefined || /^https?:\/\//.test(start)) continue;
        yield noScheme({ start }, at(service));
      }
    }
  },
};

/** The text at the beginning of a template; `undefined` if it begins with an expression. */
function literalStart(template: string): string | undefined {
  try {
    const [first] = parseTemplate(template);
    return first?.kind === "text" ? first.text : undefined;
  } catch (problem) {
    if (problem instanceof EvaluationError) return undefined;
    throw problem;
  }
}
