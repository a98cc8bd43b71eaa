import { branchesOf } from "@tinsmith/service";
import type { DecisionDiagram, DiagramEdge, RuleCondition } from "@tinsmith/service";
import { code, join } from "../../../code/code.js";
import type { Code } from "../../../code/code.js";
import { runtime, runtimeType } from "../runtime-symbols.js";
import { decided, whereFalse, whereTrue } from "./diagram-conditions.js";
import { emitCondition, emitExpression, emitNot } from "./emit-expression.js";
import { emitOutcome, emitRules } from "./emit-rules.js";
import { namesOfOutcome } from "./referenced-names.js";
import { noting, withPresence } from "./rule-scope.js";
import type { RuleScope } from "./rule-scope.js";
import type { RuleType } from "./value-types.js";

/**
 * Emits a decision diagram as statements: a node is an `if`, a result returns or throws. Targets of
 * several nodes are separate functions. Conditions on values that are known to be absent are
 * omitted.
 */
export function emitDiagram(diagram: DecisionDiagram, scope: RuleScope): Code {
  const assigned = [...new Set(diagram.conditions.flatMap(({ assign }) => assign ?? []))];
  const shared = sharedEdges(diagram);
  const emitter = { diagram, shared: new Set(shared.map(edgeName)) };
  const named = new Set<string>();
  const anywhere = withPresence(noting(scope, named), "unknown", assigned);
  const functions = shared.map(
    (edge) => code`
      const ${edgeName(edge)} = () => {
        ${emitTarget(emitter, edge, anywhere)}
      };
    `,
  );
  const start = emitEdge(emitter, diagram.root, withPresence(anywhere, "absent", assigned));
  const variables = assigned.filter((name) => named.has(name));
  return code`
    ${variables.map((name) => code`let ${scope.nameOf(name)}: ${variableType(scope, name)};`)}
    ${functions}
    ${start}
  `;
}

/** Reports whether the emitted function declares a name itself. */
export function isDiagramName(name: string): boolean {
  return /^(?:node|not|result)\d+$/.test(name);
}

interface DiagramEmitter {
  readonly diagram: DecisionDiagram;
  /** The edges whose target is a separate function. */
  readonly shared: ReadonlySet<string>;
}

/** Returns the edges that several nodes share, the deepest ones first. */
function sharedEdges(diagram: DecisionDiagram): readonly DiagramEdge[] {
  const uses = new Map<string, number>();
  const order: DiagramEdge[] = [];
  const visit = (edge: DiagramEdge): void => {
    const name = edgeName(edge);
    const count = uses.get(name) ?? 0;
    uses.set(name, count + 1);
    if (count > 0 || edge.kind === "none") return;
    if (edge.kind === "node") {
      const { whenTrue, whenFalse } = branchesOf(diagram, edge);
      visit(whenTrue);
      visit(whenFalse);
    }
    order.push(edge);
  };
  visit(diagram.root);
  return order.filter((edge) => (uses.get(edgeName(edge)) ?? 0) > 1);
}

function edgeName(edge: DiagramEdge): string {
  switch (edge.kind) {
    case "none":
      return "noMatch";
    case "result":
      return `result${edge.index + 1}`;
    case "node":
      return `${edge.negated ? "not" : "node"}${edge.index}`;
  }
}

function emitEdge(emitter: DiagramEmitter, edge: DiagramEdge, scope: RuleScope): Code {
  return emitter.shared.has(edgeName(edge))
    ? code`return ${edgeName(edge)}();`
    : emitTarget(emitter, edge, scope);
}

function emitTarget(emitter: DiagramEmitter, edge: DiagramEdge, scope: RuleScope): Code {
  switch (edge.kind) {
    case "none":
      return code`return ${runtime("noMatch")}();`;
    case "result":
      return emitResult(emitter, edge.index, scope);
    case "node":
      return emitNode(emitter, edge, scope);
  }
}

function emitNode(
  emitter: DiagramEmitter,
  edge: DiagramEdge & { readonly kind: "node" },
  scope: RuleScope,
): Code {
  const { condition, whenTrue, whenFalse } = branchesOf(emitter.diagram, edge);
  const outcome = decided(condition.test, scope);
  if (outcome === false) return emitEdge(emitter, whenFalse, scope);
  if (outcome === true && condition.assign === undefined) return emitEdge(emitter, whenTrue, scope);
  const value = emitExpression(condition.test, scope);
  const name = condition.assign && scope.nameOf(condition.assign);
  const assignment = name && code`${name} = ${value.code};`;
  const ifTrue = emitEdge(emitter, whenTrue, whereTrue(condition, scope));
  const ifFalse = emitEdge(emitter, whenFalse, whereFalse(condition, value.boolean, scope));
  // The shorter branch comes first, so that the longer one is not nested.
  const inverted = isShort(emitter, whenFalse) && !isShort(emitter, whenTrue);
  return code`
    ${assignment}
    if (${inverted ? fails(condition, value.boolean, scope) : holds(condition, value.boolean, scope)}) {
      ${inverted ? ifFalse : ifTrue}
    }
    ${inverted ? ifTrue : ifFalse}
  `;
}

function isShort({ shared }: DiagramEmitter, edge: DiagramEdge): boolean {
  return edge.kind !== "node" || shared.has(edgeName(edge));
}

function holds({ assign, test }: RuleCondition, isBoolean: boolean, scope: RuleScope): Code {
  if (assign === undefined) return emitCondition(test, scope);
  const name = scope.nameOf(assign);
  return isBoolean ? code`${name}` : code`${name} !== undefined`;
}

function fails({ assign, test }: RuleCondition, isBoolean: boolean, scope: RuleScope): Code {
  if (assign === undefined) return emitNot(test, scope);
  const name = scope.nameOf(assign);
  return isBoolean ? code`!${name}` : code`${name} === undefined`;
}

/** Emits a result. A result that needs an absent value does not match. */
function emitResult({ diagram }: DiagramEmitter, index: number, scope: RuleScope): Code {
  const rule = diagram.results[index];
  if (rule === undefined)
    throw new Error(`The endpoint's decision diagram has no result ${index + 1}.`);
  const names = [...new Set(namesOfOutcome(rule.outcome))];
  if (names.some((name) => scope.presenceOf(name) === "absent"))
    return code`return ${runtime("noMatch")}();`;
  const unsure = names.filter((name) => scope.presenceOf(name) === "unknown");
  const missing = unsure.map((name) => code`${scope.nameOf(name)} === undefined`);
  const inside = withPresence(scope, "present", unsure);
  return code`
    ${missing.length > 0 && code`if (${join(missing, " || ")}) return ${runtime("noMatch")}();`}
    ${rule.conditions.length > 0 ? emitRules([rule], inside) : emitOutcome(rule.outcome, inside)}
  `;
}

function variableType(scope: RuleScope, name: string): Code {
  const types = [...scope.typesOf(name)].map(typeCode);
  return code`${join([...types, code`undefined`], " | ")}`;
}

function typeCode(type: RuleType): Code {
  switch (type) {
    case "strings":
      return code`readonly string[]`;
    case "Partition":
    case "ParsedArn":
    case "ParsedUrl":
      return code`${runtimeType(type)}`;
    default:
      return code`${type}`;
  }
}
