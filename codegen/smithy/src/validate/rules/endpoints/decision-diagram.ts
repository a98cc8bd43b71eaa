import { isNodeArray, numberOf, stringOf } from "../../../model/node-value.js";
import type { RuleNode } from "./rule-set.js";

/**
 * References from this number on are results. The first of them is "no match" and is left out of
 * the trait.
 */
export const firstResult = 100_000_000;

/** A node consists of three big-endian integers of four bytes. */
const nodeBytes = 12;

/** A node of a decision diagram: a condition and its two branches. */
export interface DiagramNode {
  readonly condition: number;
  readonly high: number;
  readonly low: number;
}

/** The structure of `smithy.rules#endpointBdd`. */
export interface Diagram {
  /** The first node is a placeholder for the end; references count from one. */
  readonly nodes: readonly DiagramNode[];
  readonly root: number;
  readonly conditions: number;
  /** The number of results, including the one that the trait leaves out. */
  readonly results: number;
}

/**
 * Reads the structure of a decision diagram.
 * Smithy:
 * https://smithy.io/2.0/additional-specs/rules-engine/specification.html#smithy-rules-endpointbdd-trait
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
