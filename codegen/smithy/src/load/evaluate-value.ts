import type { NodeValue } from "../model/model.js";
import type { IdentifierNode, StringNode, ValueNode } from "../syntax/nodes.js";
import type { NameResolver } from "./resolve-names.js";

/** The plain, frozen data that a value in the text stands for. */
export function evaluateValue(node: ValueNode, names: NameResolver): NodeValue {
  switch (node.kind) {
    case "string":
    case "number":
    case "keyword":
      return node.value;
    case "shapeId":
      return names.resolveValue(node);
    case "array":
      return Object.freeze(node.items.map((item) => evaluateValue(item, names)));
    case "object":
      // Not by assignment: a key may be `__proto__`.
      return Object.freeze(
        Object.fromEntries(
          node.entries.map((entry) => [keyText(entry.key), evaluateValue(entry.value, names)]),
        ),
      );
    case "missingValue":
      return null;
  }
}

/** The text of a key, quoted or not. */
export const keyText = (key: StringNode | IdentifierNode): string =>
  key.kind === "string" ? key.value : key.text;
