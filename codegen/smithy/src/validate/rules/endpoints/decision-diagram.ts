import { isNodeArray, numberOf, stringOf } from "../../../model/node-value.js";
import type { RuleNode } from "./rule-set.js";

/** References from here on are results; the first of them, which the trait leaves out, is no match. */
export const firstResult = 100_000_000;

/** A node is three integers of four bytes, big-endian. */
const nodeBytes = 12;

/** A node of a decision diagram: a condition, and where it leads to. */
export interface DiagramNode {
  readonly condition: number;
  readonly high: number;
  readonly low: number;
}

/** `smithy.rules#endpointBdd` as far as its structure goes. */
export interface Diagram {
  /** The first is a placeholder that stands for the end; references count from one. */
  readonly nodes: readonly DiagramNode[];
  readonly root: number;
  readonly conditions: number;
  /** With the one that the trait leaves out. */
  readonly results: number;
}

/**
 * Reads the structure of a decision diagram.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/specification.html#smithy-rules-endpointbdd-trait
 */
export function readDiagram(trait: RuleNode): Diagram {
  const bytes = Uint8Array.from(atob(stringOf(trait["nodes"]) ?? ""), (one) => one.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const { conditions, results } = trait;
  return {
    nodes: Array.from({ length: Math.floor(bytes.length / nodeBytes) }, (_, index) => ({
      condition: view.getInt32(index * nodeBytes),
      high: view.getInt32(index * nodeBytes + 4),
      low: view.getInt32(index * nodeBytes + 8),
    })),
    root: numberOf(trait["root"]) ?? 0,
    conditions: isNodeArray(conditions) ? conditions.length : 0,
    results: (isNodeArray(results) ? results.length : 0) + 1,
  };
}
