import type { NodeValue } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import { isBase64 } from "../node/validate-node.js";
import { firstResult } from "../rules/endpoints/decision-diagram.js";

const nodeBytes = 12;

/** Returns the reason why a decision diagram cannot be read; `undefined` if it can. */
export function diagramProblem(value: NodeValue): string | undefined {
  if (!isNodeObject(value)) return undefined;
  const { version, nodes, nodeCount, root, results } = value;
  if (isNodeArray(results)) {
    const index = results.findIndex((result) => hasConditions(result));
    if (index !== -1) {
      return `BDD result at index ${index + 1} has conditions, but BDD results must not have conditions. All conditions should be hoisted into the BDD decision structure.`;
    }
  }
  if (typeof nodes === "string" && typeof nodeCount === "number") {
    if (!isBase64(nodes)) return "Input byte array has wrong 4-byte ending unit";
    const found = atob(nodes).length;
    const expected = nodeCount * nodeBytes;
    if (found !== expected) {
      return `Expected ${expected} bytes for ${nodeCount} nodes, but got ${found}`;
    }
    const rootProblem = typeof root === "number" ? badRoot(root, nodeCount) : undefined;
    if (rootProblem !== undefined) return rootProblem;
  }
  return typeof version === "string" && /^(?:0|1\.0)/.test(version)
    ? "Rules engine version for endpointBdd trait must be >= 1.1"
    : undefined;
}

function hasConditions(result: NodeValue): boolean {
  const conditions = isNodeObject(result) ? result["conditions"] : undefined;
  return conditions !== undefined && isNodeArray(conditions) && conditions.length > 0;
}

function badRoot(root: number, nodeCount: number): string | undefined {
  if (root < -1) return `Root reference cannot be complemented: ${root}`;
  const index = root - 1;
  return root > 1 && root < firstResult && index >= nodeCount
    ? `Root points to invalid BDD node: ${index} (node count: ${nodeCount})`
    : undefined;
}
