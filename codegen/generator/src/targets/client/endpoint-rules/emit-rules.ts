import { code, join } from "../../../code/code.js";
import type { Code } from "../../../code/code.js";
import { propertyKey } from "../../../code/literal.js";
import { runtime } from "../runtime-symbols.js";
import { emitCondition, emitExpression, emitProperty } from "./emit-expression.js";
import type { RuleNames } from "./emit-expression.js";
import type { Rule, RuleCondition, RuleEndpoint, RuleOutcome } from "./rule-set.js";

/**
 * Rules as statements: each `if` is one rule, the first whose conditions hold returns or throws. Where none of a list
 * of rules holds, there is no endpoint: rules outside of the list are not tried any more (Smithy, "endpoint rules
 * engine", tree rules).
 */
export function emitRules(rules: readonly Rule[], names: RuleNames): Code {
  const end = rules.findIndex((rule) => rule.conditions.length === 0);
  const reached = end < 0 ? rules : rules.slice(0, end + 1);
  const assigned = reached.flatMap((rule) => rule.conditions[0]?.assign ?? []);
  return code`
    ${reached.map((rule) => emitRule(rule, names, assigned))}
    ${end < 0 && code`throw new ${runtime("EndpointError")}("No rule finds an endpoint for these parameters.");`}
  `;
}

function emitRule(rule: Rule, names: RuleNames, assigned: readonly string[]): Code {
  const first = rule.conditions[0]?.assign;
  const statements = emitConditions(rule.conditions, rule.outcome, names);
  // Rules of one list may assign the same name.
  const shared = first !== undefined && assigned.filter((name) => name === first).length > 1;
  return shared ? code`{\n${statements}\n}` : statements;
}

function emitConditions(
  conditions: readonly RuleCondition[],
  outcome: RuleOutcome,
  names: RuleNames,
): Code {
  const [first] = conditions;
  if (first === undefined) return emitOutcome(outcome, names);
  if (first.assign !== undefined) {
    const name = names(first.assign);
    const value = emitExpression(first.test, names);
    const holds = value.boolean ? code`${name}` : code`${name} !== undefined`;
    return code`
      const ${name} = ${value.code};
      ${emitIf([holds], conditions.slice(1), outcome, names)}
    `;
  }
  return emitIf([], conditions, outcome, names);
}

/** Conditions up to the next one that assigns stand in one `if`. */
function emitIf(
  holding: readonly Code[],
  conditions: readonly RuleCondition[],
  outcome: RuleOutcome,
  names: RuleNames,
): Code {
  const next = conditions.findIndex(({ assign }) => assign !== undefined);
  const plain = next < 0 ? conditions : conditions.slice(0, next);
  const rest = next < 0 ? [] : conditions.slice(next);
  const tests = [...holding, ...plain.map(({ test }) => emitCondition(test, names))];
  return code`
    if (${join(tests, " && ")}) {
      ${emitConditions(rest, outcome, names)}
    }
  `;
}

function emitOutcome(outcome: RuleOutcome, names: RuleNames): Code {
  switch (outcome.kind) {
    case "tree":
      return emitRules(outcome.rules, names);
    case "error":
      return code`throw new ${runtime("EndpointError")}(${emitExpression(outcome.message, names).code});`;
    case "endpoint":
      return code`return ${emitEndpoint(outcome.endpoint, names)};`;
  }
}

function emitEndpoint({ url, properties, headers }: RuleEndpoint, names: RuleNames): Code {
  const hasHeaders = Object.keys(headers).length > 0;
  const headerEntries = Object.entries(headers).map(
    ([name, values]) =>
      code`${propertyKey(name)}: [${join(
        values.map((value) => emitExpression(value, names).code),
        ", ",
      )}]`,
  );
  const args = [
    emitExpression(url, names).code,
    ...(hasHeaders || Object.keys(properties).length > 0 ? [emitProperty(properties, names)] : []),
    ...(hasHeaders ? [code`{ ${join(headerEntries, ", ")} }`] : []),
  ];
  return code`${runtime("endpoint")}(${join(args, ", ")})`;
}

/** Names as the rules have them, unless the language or an import has taken them. */
export function ruleNames(taken: ReadonlySet<string>): RuleNames {
  return (name) => (taken.has(name) ? `${name}_` : name);
}
