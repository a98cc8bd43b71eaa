import type { Rule, RuleCondition, RuleEndpoint, RuleOutcome } from "@tinsmith/service";
import { code, join } from "../../../code/code.js";
import type { Code } from "../../../code/code.js";
import { propertyKey } from "../../../code/literal.js";
import { runtime } from "../runtime-symbols.js";
import { emitCondition, emitExpression, emitProperties } from "./emit-expression.js";
import type { RuleScope } from "./rule-scope.js";

/**
 * Emits rules as statements: each rule is an `if`, and the first whose conditions hold returns or
 * throws. If no rule of a list holds, there is no endpoint: rules outside of the list are not tried
 * (Smithy, "endpoint rules engine", tree rules).
 */
export function emitRules(rules: readonly Rule[], scope: RuleScope): Code {
  const end = rules.findIndex((rule) => rule.conditions.length === 0);
  const reached = end < 0 ? rules : rules.slice(0, end + 1);
  const assigned = reached.flatMap((rule) => rule.conditions[0]?.assign ?? []);
  return code`
    ${reached.map((rule) => emitRule(rule, scope, assigned))}
    ${end < 0 && code`return ${runtime("noMatch")}();`}
  `;
}

function emitRule(rule: Rule, scope: RuleScope, assigned: readonly string[]): Code {
  const first = rule.conditions[0]?.assign;
  const statements = emitConditions(rule.conditions, rule.outcome, scope);
  // Rules of one list may assign the same name.
  const shared = first !== undefined && assigned.filter((name) => name === first).length > 1;
  return shared ? code`{\n${statements}\n}` : statements;
}

function emitConditions(
  conditions: readonly RuleCondition[],
  outcome: RuleOutcome,
  scope: RuleScope,
): Code {
  const [first] = conditions;
  if (first === undefined) return emitOutcome(outcome, scope);
  if (first.assign !== undefined) {
    const name = scope.nameOf(first.assign);
    const value = emitExpression(first.test, scope);
    const holds = value.boolean ? code`${name}` : code`${name} !== undefined`;
    return code`
      const ${name} = ${value.code};
      ${emitIf([holds], conditions.slice(1), outcome, scope)}
    `;
  }
  return emitIf([], conditions, outcome, scope);
}

/** Emits an `if` with all conditions up to the next one that assigns. */
function emitIf(
  holding: readonly Code[],
  conditions: readonly RuleCondition[],
  outcome: RuleOutcome,
  scope: RuleScope,
): Code {
  const next = conditions.findIndex(({ assign }) => assign !== undefined);
  const plain = next < 0 ? conditions : conditions.slice(0, next);
  const rest = next < 0 ? [] : conditions.slice(next);
  const tests = [...holding, ...plain.map(({ test }) => emitCondition(test, scope))];
  return code`
    if (${join(tests, " && ")}) {
      ${emitConditions(rest, outcome, scope)}
    }
  `;
}

/** Emits the outcome of a rule as statements. */
export function emitOutcome(outcome: RuleOutcome, scope: RuleScope): Code {
  switch (outcome.kind) {
    case "tree":
      return emitRules(outcome.rules, scope);
    case "error":
      return code`throw new ${runtime("EndpointError")}(${emitExpression(outcome.message, scope).code});`;
    case "endpoint":
      return code`return ${emitEndpoint(outcome.endpoint, scope)};`;
  }
}

function emitEndpoint({ url, properties, headers }: RuleEndpoint, scope: RuleScope): Code {
  const hasHeaders = Object.keys(headers).length > 0;
  const headerEntries = Object.entries(headers).map(
    ([name, values]) =>
      code`${propertyKey(name)}: [${join(
        values.map((value) => emitExpression(value, scope).code),
        ", ",
      )}]`,
  );
  const args = [
    emitExpression(url, scope).code,
    ...(hasHeaders || Object.keys(properties).length > 0
      ? [emitProperties(properties, scope)]
      : []),
    ...(hasHeaders ? [code`{ ${join(headerEntries, ", ")} }`] : []),
  ];
  return code`${runtime("endpoint")}(${join(args, ", ")})`;
}
