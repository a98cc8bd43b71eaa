import type { Model, NodeValue, Shape } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";

/** The type of a value, as far as it is known. */
export type ValueType =
  | { readonly kind: "any" | "null" | "string" | "number" | "boolean" | "expression" }
  | { readonly kind: "array"; readonly item: ValueType }
  | {
      readonly kind: "object";
      /** The type of a property; `undefined` if the object has no property of that name. */
      readonly property: (name: string) => ValueType | undefined;
      /** The names of all properties, if they are known. */
      readonly names: readonly string[] | undefined;
    };

export const any: ValueType = { kind: "any" };
export const nothing: ValueType = { kind: "null" };
export const string: ValueType = { kind: "string" };
export const number: ValueType = { kind: "number" };
export const boolean: ValueType = { kind: "boolean" };
export const arrayOf = (item: ValueType): ValueType => ({ kind: "array", item });

/** The type of an object with exactly these properties. */
export const objectOf = (properties: ReadonlyMap<string, () => ValueType>): ValueType => ({
  kind: "object",
  property: (name) => properties.get(name)?.(),
  names: [...properties.keys()],
});

/** Returns the JMESPath type of the values of a shape. Recursive shapes unfold as needed. */
export function typeOfShape(model: Model, shape: Shape | undefined): ValueType {
  if (shape === undefined) return any;
  switch (shape.type) {
    case "member":
      return typeOfShape(model, model.getShape(shape.target));
    case "structure":
    case "union":
      return objectOf(
        new Map(
          [...shape.members.values()].map((member) => [
            member.name,
            () => typeOfShape(model, member),
          ]),
        ),
      );
    case "map": {
      const { value } = shape;
      return { kind: "object", property: () => typeOfShape(model, value), names: undefined };
    }
    case "list":
      return arrayOf(typeOfShape(model, shape.member));
    case "string":
    case "enum":
    case "blob":
      return string;
    case "boolean":
      return boolean;
    case "document":
    case "service":
    case "resource":
    case "operation":
      return any;
    default:
      return number;
  }
}

/** The type of a literal. */
export function typeOfValue(value: NodeValue): ValueType {
  if (value === null) return nothing;
  if (isNodeArray(value)) return arrayOf(value[0] === undefined ? any : typeOfValue(value[0]));
  if (isNodeObject(value)) {
    return objectOf(
      new Map(Object.entries(value).map(([key, one]) => [key, () => typeOfValue(one)])),
    );
  }
  if (typeof value === "string") return string;
  return typeof value === "number" ? number : boolean;
}
