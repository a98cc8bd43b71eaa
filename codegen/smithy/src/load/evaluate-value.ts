import { keepDigits } from "../model/exact-digits.js";
import type { NodeValue } from "../model/model.js";
import type { ShapeIdNode, ValueNode } from "../syntax/nodes.js";
import { keyText } from "../syntax/parse-values.js";
import type { NameResolver } from "./resolve-names.js";

/** Evaluates a value of the IDL to plain, frozen data. */
export function evaluateValue(node: ValueNode, names: NameResolver): NodeValue {
  return evaluate(node, (id) => names.resolveValue(id));
}

/**
 * Evaluates a value of a JSON AST to plain, frozen data. In a JSON AST, words are never shape ids.
 */
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
      return node.missing ? null : resolve(node);
    case "array": {
      const items = Object.freeze(node.items.map((item) => evaluate(item, resolve)));
      keepDigits(items, digitsOf(node.items.map((item, index) => [String(index), item])));
      return items;
    }
    case "object": {
      const entries = node.entries.map(({ key, value }) => [keyText(key), value] as const);
      // An assignment would set the prototype for the key `__proto__`.
      const object = Object.freeze(
        Object.fromEntries(entries.map(([key, value]) => [key, evaluate(value, resolve)])),
      );
      keepDigits(object, digitsOf(entries));
      return object;
    }
    case "missingValue":
      return null;
  }
}

function digitsOf(
  entries: readonly (readonly [key: string, value: ValueNode])[],
): readonly (readonly [string, string])[] {
  return entries.flatMap(([key, value]) =>
    value.kind === "number" && value.digits !== undefined ? [[key, value.digits]] : [],
  );
}

export { keyText };
