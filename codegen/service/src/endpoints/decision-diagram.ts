import type { NodeValue } from "@tinsmith/smithy";
import { objectAt, readConditions, readParameters, readRules } from "./rule-set.js";
import type { Rule, RuleCondition, RuleParameter } from "./rule-set.js";

/** The target of a branch in a diagram. */
export type DiagramEdge =
  /** Another node; if negated, its two branches are swapped. */
  | { readonly kind: "node"; readonly index: number; readonly negated: boolean }
  | { readonly kind: "result"; readonly index: number }
  /** No rule matches. */
  | { readonly kind: "none" };

export interface DiagramNode {
  readonly condition: RuleCondition;
  readonly whenTrue: DiagramEdge;
  readonly whenFalse: DiagramEdge;
}

/** `smithy.rules#endpointBdd`, parsed. */
export interface DecisionDiagram {
  readonly parameters: readonly RuleParameter[];
  readonly conditions: readonly RuleCondition[];
  readonly results: readonly Rule[];
  /**
   * The nodes by their index in the trait. The first one is a placeholder that nothing refers to.
   */
  readonly nodes: ReadonlyMap<number, DiagramNode>;
  readonly root: DiagramEdge;
}

/**
 * References from this number on are results. The first of them stands for no match and is left out
 * of the trait.
 */
const FIRST_RESULT = 100_000_000;

/**
 * A node consists of three big-endian integers of four bytes: a condition, a reference for true and
 * one for false.
 */
const NODE_BYTES = 12;

/**
 * Reads the trait's value. Smithy:
 * https://smithy.io/2.0/additional-specs/rules-engine/specification.html#smithy-rules-endpointbdd-trait
 * @throws Error if it does not match the trait's model or contains a cycle
 */
export function readDiagram(trait: NodeValue): DecisionDiagram {
  const node = objectAt(trait, "endpointBdd");
  const conditions = readConditions(node["conditions"], "conditions");
  const results = readRules(node["results"], "results");
  const triples = readTriples(node["nodes"], node["nodeCount"]);
  const edge = (reference: number): DiagramEdge => {
    const index = Math.abs(reference) - 1;
    if (index === 0) return { kind: "none" };
    if (reference >= FIRST_RESULT) return resultEdge(reference - FIRST_RESULT, results.length);
    if (index > 0 && index < triples.length) return { kind: "node", index, negated: reference < 0 };
    throw new Error(`The endpoint's decision diagram has no node for the reference ${reference}.`);
  };
  const nodes = triples.slice(1).map(([at, high, low], index): [number, DiagramNode] => {
    const condition = conditions[at];
    if (condition === undefined)
      throw new Error(`The endpoint's decision diagram has no condition ${at}.`);
    return [index + 1, { condition, whenTrue: edge(high), whenFalse: edge(low) }];
  });
  const diagram = {
    parameters: readParameters(node["parameters"]),
    conditions,
    results,
    nodes: new Map(nodes),
    root: edge(Number(node["root"])),
  };
  rejectCycles(diagram);
  return diagram;
}

/** Returns the branches of the node that an edge leads to, swapped if the edge is negated. */
export function branchesOf(
  { nodes }: DecisionDiagram,
  { index, negated }: DiagramEdge & { readonly kind: "node" },
): DiagramNode {
  const node = nodes.get(index);
  if (node === undefined) throw new Error(`The endpoint's decision diagram has no node ${index}.`);
  if (!negated) return node;
  return { ...node, whenTrue: node.whenFalse, whenFalse: node.whenTrue };
}

function resultEdge(result: number, count: number): DiagramEdge {
  if (result === 0) return { kind: "none" };
  if (result <= count) return { kind: "result", index: result - 1 };
  throw new Error(`The endpoint's decision diagram has no result ${result}.`);
}

function readTriples(
  text: NodeValue | undefined,
  count: NodeValue | undefined,
): readonly (readonly [number, number, number])[] {
  const bytes = Uint8Array.from(atob(String(text)), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  if (bytes.length !== Number(count) * NODE_BYTES) {
    throw new Error(
      `The endpoint's decision diagram has ${bytes.length} bytes of nodes. Expected ${Number(count) * NODE_BYTES} bytes for ${String(count)} nodes.`,
    );
  }
  return Array.from({ length: bytes.length / NODE_BYTES }, (_, index) => {
    const at = index * NODE_BYTES;
    return [view.getInt32(at), view.getInt32(at + 4), view.getInt32(at + 8)];
  });
}

function rejectCycles(diagram: DecisionDiagram): void {
  const done = new Set<number>();
  const under = new Set<number>();
  const visit = (edge: DiagramEdge): void => {
    if (edge.kind !== "node" || done.has(edge.index)) return;
    if (under.has(edge.index)) throw new Error("The endpoint's decision diagram contains a cycle.");
    under.add(edge.index);
    const { whenTrue, whenFalse } = branchesOf(diagram, edge);
    visit(whenTrue);
    visit(whenFalse);
    under.delete(edge.index);
    done.add(edge.index);
  };
  visit(diagram.root);
}
