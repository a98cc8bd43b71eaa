import { partition } from "../../../endpoints/index.js";
import type { Partition } from "../../../endpoints/index.js";
import {
  endpointBddTrait,
  endpointRuleSetTrait,
  endpointTestsTrait,
  trait,
} from "../../../traits/index.js";
import type { RulesEndpointTest } from "../../../traits/index.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { ServiceShape } from "../../../model/model.js";
import { isNodeObject, nodeEquals } from "../../../model/node-value.js";
import { error } from "../../event.js";
import { at } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { shownValue } from "../../shape-text.js";
import { compileDiagram } from "./evaluate/compile-diagram.js";
import { compileRules } from "./evaluate/compile-rules.js";
import type { Outcome } from "./evaluate/compile-rules.js";
import { EvaluationError, nodeOfValue, valueOfNode } from "./evaluate/rule-value.js";
import { Scope } from "./evaluate/scope.js";
import type { Surroundings } from "./evaluate/scope.js";
import type { RuleNode } from "./rule-set.js";

const failed = error("RuleSetTestCase", (args: { problem: string }) => args.problem);

/**
 * The endpoint rules of a service must give the results of its endpoint tests, both as a tree and
 * as a diagram. Rules without tests are not evaluated.
 */
export const ruleSetTestCase: Rule = {
  name: "RuleSetTestCase",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const { testCases } = trait(service, endpointTestsTrait) ?? {};
      if (testCases === undefined) continue;
      const tree = trait(service, endpointRuleSetTrait);
      const diagram = trait(service, endpointBddTrait);
      if (isNodeObject(tree)) {
        yield* runTests(service, tree, ({ rules }) => compileRules(rules), testCases);
      }
      if (diagram !== undefined) yield* runTests(service, diagram, compileDiagram, testCases);
    }
  },
};

function* runTests(
  service: ServiceShape,
  rules: RuleNode,
  compile: (rules: RuleNode) => (scope: Scope) => Outcome,
  testCases: readonly RulesEndpointTest[],
): Iterable<Diagnostic> {
  let evaluate: (scope: Scope) => Outcome;
  try {
    evaluate = compile(rules);
  } catch (problem) {
    yield toDiagnostic(service, problem);
    return;
  }
  for (const test of testCases) {
    try {
      const problem = problemOf(rules, evaluate, test);
      if (problem === undefined || isOutdated(rules, evaluate, test)) continue;
      const name = test.documentation;
      const prefix = name === undefined ? "" : `In the test case "${name}": `;
      yield failed({ problem: prefix + problem }, at(service));
    } catch (problem) {
      yield toDiagnostic(service, problem);
    }
  }
}

type Evaluate = (scope: Scope) => Outcome;

function problemOf(
  rules: RuleNode,
  evaluate: Evaluate,
  test: RulesEndpointTest,
  surroundings: Surroundings = { partition },
): string | undefined {
  return difference(evaluate(scopeOf(rules, test, surroundings)), test.expect);
}

/** Returns true if a failing test passes with earlier partitions. */
const isOutdated = (rules: RuleNode, evaluate: Evaluate, test: RulesEndpointTest): boolean =>
  problemOf(rules, evaluate, test, { partition: earlierPartition }) === undefined;

/** Returns the endpoint tests that pass, or fail for another reason than newer partitions. */
export function currentEndpointTests(service: ServiceShape): readonly RulesEndpointTest[] {
  const { testCases = [] } = trait(service, endpointTestsTrait) ?? {};
  const tree = trait(service, endpointRuleSetTrait);
  const diagram = trait(service, endpointBddTrait);
  const sets: (readonly [RuleNode, Evaluate])[] = [];
  try {
    if (isNodeObject(tree)) sets.push([tree, compileRules(tree["rules"])]);
    if (diagram !== undefined) sets.push([diagram, compileDiagram(diagram)]);
  } catch (problem) {
    if (problem instanceof EvaluationError) return testCases;
    throw problem;
  }
  return testCases.filter(
    (test) => !sets.some(([rules, evaluate]) => isOnlyOutdated(rules, evaluate, test)),
  );
}

/** Returns true if a test fails only because of newer partitions. */
function isOnlyOutdated(rules: RuleNode, evaluate: Evaluate, test: RulesEndpointTest): boolean {
  try {
    return problemOf(rules, evaluate, test) !== undefined && isOutdated(rules, evaluate, test);
  } catch (problem) {
    // A test that cannot be evaluated is an error of the model.
    if (problem instanceof EvaluationError) return false;
    throw problem;
  }
}

function toDiagnostic(service: ServiceShape, problem: unknown): Diagnostic {
  if (!(problem instanceof EvaluationError)) throw problem;
  return failed({ problem: problem.message }, at(service));
}

/**
 * Returns a partition without dual-stack endpoints. Partitions introduced them at different times,
 * and older tests do not make a model invalid.
 */
function earlierPartition(region: string): Partition | undefined {
  const found = partition(region);
  return found && { ...found, supportsDualStack: false, dualStackDnsSuffix: found.dnsSuffix };
}

/** Returns the parameters of a test, with the defaults of the rules. */
function scopeOf(
  { parameters }: RuleNode,
  { params }: RulesEndpointTest,
  surroundings: Surroundings,
): Scope {
  const scope = new Scope(surroundings);
  for (const [name, parameter] of Object.entries(isNodeObject(parameters) ? parameters : {})) {
    const value = isNodeObject(parameter) ? parameter["default"] : undefined;
    if (value !== undefined) scope.set(name, valueOfNode(value));
  }
  for (const [name, value] of Object.entries(isNodeObject(params) ? params : {})) {
    scope.set(name, valueOfNode(value));
  }
  return scope;
}

function difference(outcome: Outcome, { endpoint, error }: RuleNode): string | undefined {
  const found =
    outcome.kind === "error"
      ? outcome.message
      : nodeOfValue({
          url: outcome.url,
          properties: outcome.properties,
          headers: outcome.headers,
        });
  if (isNodeObject(endpoint)) {
    const expected = { properties: {}, headers: {}, ...endpoint };
    return nodeEquals(found, expected)
      ? undefined
      : `Expected endpoint \`${JSON.stringify(expected)}\` but got \`${shownValue(found)}\``;
  }
  if (typeof error !== "string") return "Unhandled endpoint test case expectation.";
  return found === error
    ? undefined
    : `Expected error \`${error}\` but got \`${shownValue(found)}\``;
}
