import type { EndpointRules, Rule, RuleCondition, RuleParameter } from "@tinsmith/service";
import { code, declare, join, raw } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { emitDiagram, isDiagramName } from "./endpoint-rules/emit-diagram.js";
import { emitRules } from "./endpoint-rules/emit-rules.js";
import { isDemanded, noting, ruleScope, withPresence } from "./endpoint-rules/rule-scope.js";
import type { RuleScope } from "./endpoint-rules/rule-scope.js";
import { valueTypes } from "./endpoint-rules/value-types.js";
import { endpointParametersType } from "./local-symbols.js";
import { runtime, runtimeType } from "./runtime-symbols.js";

/**
 * Emits the endpoint rules as a function. Without rules, the client uses its configured endpoint.
 */
export function emitEndpointResolver(rules: EndpointRules | undefined): Code {
  const type = code`${runtimeType("EndpointProvider")}<${endpointParametersType}>`;
  const comment = doc(undefined, {
    notes: ["Resolves the endpoint for the parameters of a call."],
    tags: ["@throws {@link EndpointError} if the parameters are invalid in combination"],
  });
  if (rules === undefined) {
    return code`
      ${comment}
      export const ${declare("resolveEndpoint")}: ${type} = ${runtime("configuredEndpoint")};
    `;
  }
  const named = new Set<string>();
  const scope = noting(scopeOf(rules), named);
  const body = "nodes" in rules ? emitDiagram(rules, scope) : emitRules(rules.rules, scope);
  const parameters = rules.parameters.filter(
    (parameter) => named.has(parameter.name) || isDemanded(parameter),
  );
  return code`
    const ${declare("rules")}: ${type} = ({ ${join(
      parameters.map((parameter) => binding(parameter, scope)),
      ", ",
    )} }) => {
      ${parameters.filter(isDemanded).map((parameter) => emitDemand(parameter, scope))}
      ${body}
    };

    ${comment}
    export const ${declare("resolveEndpoint")}: ${type} = ${raw("/* @__PURE__ */")} ${runtime("cachedEndpoints")}(
      ${literal(parameters.map(({ name }) => name))},
      rules,
    );
  `;
}

/** Returns all rules; those of a diagram have no order. */
function rulesOf(rules: EndpointRules): readonly Rule[] {
  if ("rules" in rules) return rules.rules;
  return [...rules.results, { conditions: rules.conditions, outcome: { kind: "tree", rules: [] } }];
}

function conditionsOf(rules: readonly Rule[]): readonly RuleCondition[] {
  return rules.flatMap(({ conditions, outcome }) => [
    ...conditions,
    ...(outcome.kind === "tree" ? conditionsOf(outcome.rules) : []),
  ]);
}

function scopeOf(rules: EndpointRules): RuleScope {
  const { parameters } = rules;
  const types = valueTypes(parameters, conditionsOf(rulesOf(rules)));
  if ("rules" in rules) return ruleScope(takenNames, types);
  const taken = new Set([...takenNames, ...[...types.keys()].filter(isDiagramName)]);
  const given = parameters.filter(
    (parameter) => parameter.default !== undefined || isDemanded(parameter),
  );
  return withPresence(
    withPresence(ruleScope(taken, types), "unknown", [...types.keys()]),
    "present",
    given.map(({ name }) => name),
  );
}

function binding(parameter: RuleParameter, scope: RuleScope): Hole {
  const name = scope.nameOf(parameter.name);
  const target = name === parameter.name ? code`${name}` : code`${parameter.name}: ${name}`;
  return parameter.default === undefined ? target : code`${target} = ${literal(parameter.default)}`;
}

function emitDemand(parameter: RuleParameter, scope: RuleScope): Code {
  return code`
    if (${scope.nameOf(parameter.name)} === undefined) {
      throw new ${runtime("EndpointError")}(${literal(`The endpoint parameter ${parameter.name} is required.`)});
    }
  `;
}

/** Names that the emitted function uses itself, and reserved words. */
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
  "noMatch",
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
