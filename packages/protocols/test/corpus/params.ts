import { NumericValue } from "@smithy/core/serde";
import type { Model, NodeValue } from "@tinsmith/smithy";

/** The value that the parameters of a protocol test stand for. */
export const paramsToValue = (model: Model, id: string, node: NodeValue): unknown => {
  if (node === null) return null;
  const shape = model.expectShape(id);
  switch (shape.type) {
    case "blob":
      return new TextEncoder().encode(String(node));
    case "timestamp":
      return new Date(Math.round(Number(node) * 1000));
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "intEnum":
      return Number(node);
    case "bigInteger":
      return BigInt(Number(node));
    case "bigDecimal":
      return new NumericValue(String(node), "bigDecimal");
    case "list":
      return (node as readonly NodeValue[]).map((item) =>
        paramsToValue(model, shape.member.target, item),
      );
    case "map":
      return entries(node, (_, value) => paramsToValue(model, shape.value.target, value));
    case "structure":
    case "union":
      // A null member of a structure is an absent one.
      return entries(node, (name, value) => {
        if (value === null) return undefined;
        const member = shape.members.get(name);
        return member ? paramsToValue(model, member.target, value) : value;
      });
    default:
      return node;
  }
};

const entries = (
  node: NodeValue,
  convert: (name: string, value: NodeValue) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(node as { readonly [key: string]: NodeValue }).map(([name, value]) => [
      name,
      convert(name, value),
    ]),
  );
