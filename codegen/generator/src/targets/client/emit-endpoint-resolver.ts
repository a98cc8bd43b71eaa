import { code, declare, join, raw } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { emitRules, ruleNames } from "./endpoint-rules/emit-rules.js";
import type { RuleNames } from "./endpoint-rules/emit-expression.js";
import { referencedNames } from "./endpoint-rules/referenced-names.js";
import type { RuleParameter, RuleSet } from "./endpoint-rules/rule-set.js";
import { endpointParametersType } from "./local-symbols.js";
import { runtime, runtimeType } from "./runtime-symbols.js";

/** The endpoint rules as a function. A service without rules has the endpoint that its client is given. */
export function emitEndpointResolver(ruleSet: RuleSet | undefined): Code {
  const type = code`${runtimeType("EndpointProvider")}<${endpointParametersType}>`;
  const comment = doc(undefined, {
    notes: ["Finds the endpoint for the parameters of a call."],
    tags: ["@throws {@link EndpointError} where the parameters do not go together"],
  });
  if (ruleSet === undefined) {
    return code`
      ${comment}
      export const ${declare("resolveEndpoint")}: ${type} = ${runtime("configuredEndpoint")};
    `;
  }
  const { rules } = ruleSet;
  const mentioned = referencedNames(rules);
  const parameters = ruleSet.parameters.filter(
    (parameter) => mentioned.has(parameter.name) || isDemanded(parameter),
  );
  const names = ruleNames(takenNames);
  return code`
    const ${declare("rules")}: ${type} = ({ ${join(
      parameters.map((parameter) => binding(parameter, names)),
      ", ",
    )} }) => {
      ${parameters.filter(isDemanded).map((parameter) => emitDemand(parameter, names))}
      ${emitRules(rules, names)}
    };

    ${comment}
    export const ${declare("resolveEndpoint")}: ${type} = ${raw("/* @__PURE__ */")} ${runtime("cachedEndpoints")}(
      ${literal(parameters.map(({ name }) => name))},
      rules,
    );
  `;
}

function binding(parameter: RuleParameter, names: RuleNames): Hole {
  const name = names(parameter.name);
  const target = name === parameter.name ? code`${name}` : code`${parameter.name}: ${name}`;
  return parameter.default === undefined ? target : code`${target} = ${literal(parameter.default)}`;
}

function isDemanded(parameter: RuleParameter): boolean {
  return parameter.required && parameter.default === undefined;
}

function emitDemand(parameter: RuleParameter, names: RuleNames): Code {
  return code`
    if (${names(parameter.name)} === undefined) {
      throw new ${runtime("EndpointError")}(${literal(`The endpoint parameter ${parameter.name} is required.`)});
    }
  `;
}

/** What the emitted function itself needs, and words that are no names. */
const takenNames: ReadonlySet<string> = new Set([
  "EndpointError",
  "cachedEndpoints",
  "default",
  "delete",
  "endpoint",
  "function",
  "isValidHostLabel",
  "isVirtualHostableS3Bucket",
  "new",
  "parseArn",
  "parseURL",
  "partition",
  "resolveEndpoint",
  "return",
  "rules",
  "split",
  "stringEquals",
  "substring",
  "this",
  "undefined",
  "uriEncode",
]);
