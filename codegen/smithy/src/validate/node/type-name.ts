import type { NodeValue } from "../../model/model.js";
import { isNodeArray } from "../../model/node-value.js";

/** The kind of a node value, as messages name it. */
export function typeName(value: NodeValue): string {
  if (value === null) return "null";
  return isNodeArray(value) ? "array" : typeof value;
}
