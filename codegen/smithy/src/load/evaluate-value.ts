import type { NodeValue } from "../model/model.js";
import type { IdentifierNode, ShapeIdNode, StringNode, ValueNode } from "../syntax/nodes.js";
import type { NameResolver } from "./resolve-names.js";

/** The plain, frozen data that a value in the text stands for. */
export function evaluateValue(node: ValueNode, names: NameResolver): NodeValue {
  return evaluate(node, (id) => names.resolveValue(id));
}

/** The plain, frozen data of a value in a JSON AST, where no word is a shape id. */
export function evaluateAst(node: ValueNode): NodeValue {
  return evaluate(node, (id) => id.text);
}

function evaluate(node: ValueNode, resolve: (id: ShapeIdNode) => NodeValue): NodeValue {
  switch (node.kind) {
    case "string":
    case "number":
    case "keyword":
      return node.value;
    case "shapeId":
      return resolve(node);
    case "array":
      return Object.freeze(node.items.map((item) => evaluate(item, resolve)));
    case "object":
      // Not by assignment: a key may be `__proto__`.
      return Object.freeze(
        Object.fromEntries(
          node.entries.map(({ key, value }) => [keyText(key), evaluate(value, resolve)]),
        ),
      );
    case "missingValue":
      return null;
  }
}

/** The text of a key, quoted or not. */
export const keyText = (key: StringNode | IdentifierNode): string =>
  key.kind === "string" ? key.value : key.text;
