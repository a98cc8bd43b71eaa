import type { NodeValue } from "../../../../model/model.js";
import { isNodeArray, isNodeObject } from "../../../../model/node-value.js";
import { ruleFunctions } from "./rule-functions.js";
import { asList, asRecord, asText, EvaluationError, valueOfNode } from "./rule-value.js";
import type { RuleValue } from "./rule-value.js";
import type { Scope } from "./scope.js";
import { parseTemplate } from "./template.js";

/** An expression of the rules, compiled so that it can be evaluated for many tests. */
export type Expression = (scope: Scope) => RuleValue;

/**
 * Compiles an expression as a condition or an argument has it: a template, a literal, `ref` or
 * `fn`.
 * @throws EvaluationError if the node is not an expression
 */
export function compileExpression(node: NodeValue | undefined): Expression {
  if (!isNodeObject(node)) return compileLiteral(node);
  const { ref, fn, argv } = node;
  if (typeof ref === "string") return reference(ref);
  if (typeof fn === "string") return compileCall(fn, isNodeArray(argv) ? argv : []);
  throw new EvaluationError("Expected `ref` or `fn` in an expression");
}

/** Compiles a literal: objects and lists contain further literals, strings are templates. */
export function compileLiteral(node: NodeValue | undefined): Expression {
  if (typeof node === "string") return compileTemplate(node);
  if (isNodeArray(node)) {
    const items = node.map(compileLiteral);
    return (scope) => items.map((item) => item(scope));
  }
  if (isNodeObject(node)) {
    const entries = Object.entries(node).map(([key, item]) => [key, compileLiteral(item)] as const);
    return (scope) => Object.fromEntries(entries.map(([key, item]) => [key, item(scope)]));
  }
  const value = valueOfNode(node ?? null);
  return () => value;
}

function compileTemplate(template: string): Expression {
  const parts = parseTemplate(template).map((part): Expression => {
    if (part.kind === "text") return () => part.text;
    const [name = "", path] = part.text.split("#");
    return path === undefined ? reference(name) : attribute(reference(name), path);
  });
  return (scope) => parts.map((part) => asText(part(scope))).join("");
}

const reference =
  (name: string): Expression =>
  (scope) =>
    scope.get(name);

function compileCall(fn: string, argv: readonly NodeValue[]): Expression {
  const args = argv.map(compileExpression);
  const [first = () => undefined] = args;
  if (fn === "isSet") return (scope) => first(scope) !== undefined;
  if (fn === "getAttr") {
    const path = argv[1];
    if (typeof path !== "string") throw new EvaluationError("Expected a path as text in `getAttr`");
    return attribute(first, path);
  }
  const call = ruleFunctions.get(fn);
  if (call === undefined) throw new EvaluationError(`\`${fn}\` is not a valid function`);
  return (scope) =>
    call(
      args.map((arg) => arg(scope)),
      scope.surroundings,
    );
}

/** Follows a path such as `resourceId[1]`; a negative index counts from the end. */
function attribute(target: Expression, path: string): Expression {
  const steps = path.split(".").flatMap((component) => {
    const [, key = component, index] = /^([^[]*)\[(-?\d+)\]$/.exec(component) ?? [];
    const field = (value: RuleValue): RuleValue => asRecord(value)[key];
    if (index === undefined) return [field];
    const item = (value: RuleValue): RuleValue => asList(value).at(Number(index));
    return key === "" ? [item] : [field, item];
  });
  return (scope) => steps.reduce<RuleValue>((value, step) => step(value), target(scope));
}
