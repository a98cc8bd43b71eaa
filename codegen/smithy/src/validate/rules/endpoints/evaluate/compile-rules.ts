import type { NodeValue } from "../../../../model/model.js";
import { isNodeArray, isNodeObject } from "../../../../model/node-value.js";
import type { RuleNode } from "../rule-set.js";
import { compileExpression, compileLiteral } from "./compile-expression.js";
import type { Expression } from "./compile-expression.js";
import { asText, EvaluationError } from "./rule-value.js";
import type { RuleValue } from "./rule-value.js";
import type { Scope } from "./scope.js";

/** The outcome of rules: an endpoint, or an error message. */
export type Outcome =
  | {
      readonly kind: "endpoint";
      readonly url: string;
      readonly properties: { readonly [name: string]: RuleValue };
      readonly headers: { readonly [name: string]: readonly string[] };
    }
  | { readonly kind: "error"; readonly message: string };

/** A compiled rule, or its part below the conditions; returns `undefined` if it does not apply. */
export type CompiledRule = (scope: Scope) => Outcome | undefined;

/** A compiled condition: assigns its value and returns whether it holds. */
export type CompiledCondition = (scope: Scope) => boolean;

/**
 * Compiles the rules of `smithy.rules#endpointRuleSet`: the first that applies decides.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/specification.html#rules
 */
export function compileRules(rules: NodeValue | undefined): (scope: Scope) => Outcome {
  const compiled = listOf(rules).map(compileRule);
  return (scope) => {
    for (const rule of compiled) {
      const outcome = rule(scope);
      if (outcome !== undefined) return outcome;
    }
    throw new EvaluationError("No rules in ruleset matched");
  };
}

/** Compiles one rule, which is also the form of a result in a decision diagram. */
export function compileRule(node: NodeValue): CompiledRule {
  if (!isNodeObject(node)) throw new EvaluationError("Expected a rule to be an object");
  const conditions = listOf(node["conditions"]).map(compileCondition);
  const decide = compileOutcome(node);
  return (outer) => {
    const scope = outer.inner();
    return conditions.every((holds) => holds(scope)) ? decide(scope) : undefined;
  };
}

export function compileCondition(node: NodeValue): CompiledCondition {
  const test = compileExpression(node);
  const assign = isNodeObject(node) ? node["assign"] : undefined;
  return (scope) => {
    const value = test(scope);
    if (typeof assign === "string" && value !== undefined) scope.set(assign, value);
    return value !== undefined && value !== false;
  };
}

function compileOutcome(node: RuleNode): CompiledRule {
  switch (node["type"]) {
    case "tree":
      return compileRules(node["rules"]);
    case "error": {
      const message = compileExpression(node["error"]);
      return (scope) => ({ kind: "error", message: asText(message(scope)) });
    }
    case "endpoint":
      return compileEndpoint(isNodeObject(node["endpoint"]) ? node["endpoint"] : {});
    default:
      throw new EvaluationError("Expected the type of a rule to be endpoint, error or tree");
  }
}

function compileEndpoint({ url, properties, headers }: RuleNode): CompiledRule {
  const compiledUrl = compileExpression(url);
  const compiledProperties = entriesOf(properties, compileLiteral);
  const compiledHeaders = entriesOf(headers, (values) => listOf(values).map(compileExpression));
  return (scope) => ({
    kind: "endpoint",
    url: asText(compiledUrl(scope)),
    properties: evaluateEntries(compiledProperties, (value) => value(scope)),
    headers: evaluateEntries(compiledHeaders, (values) =>
      values.map((value: Expression) => asText(value(scope))),
    ),
  });
}

const entriesOf = <Compiled>(
  node: NodeValue | undefined,
  compile: (value: NodeValue) => Compiled,
): readonly (readonly [string, Compiled])[] =>
  Object.entries(isNodeObject(node) ? node : {}).map(([name, value]) => [name, compile(value)]);

const evaluateEntries = <Compiled, Value>(
  entries: readonly (readonly [string, Compiled])[],
  evaluate: (compiled: Compiled) => Value,
): { readonly [name: string]: Value } =>
  Object.fromEntries(entries.map(([name, compiled]) => [name, evaluate(compiled)]));

const listOf = (node: NodeValue | undefined): readonly NodeValue[] =>
  isNodeArray(node) ? node : [];
