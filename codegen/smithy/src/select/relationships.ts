import type { Shape, ShapeId } from "../model/model.js";
import { UNIT } from "../model/shape-id.js";

const lifecycle = ["create", "put", "read", "update", "delete", "list"] as const;

/** The named edges from a shape, in the order of the model, except traits and bindings. */
export function relationshipsOf(shape: Shape): readonly (readonly [string, ShapeId])[] {
  const mixins = shape.type === "member" ? [] : named("mixin", shape.mixins);
  return [...mixins, ...ownRelationships(shape)];
}

function ownRelationships(shape: Shape): readonly (readonly [string, ShapeId])[] {
  switch (shape.type) {
    case "member":
      return named("", [shape.target]);
    case "list":
      return named("member", [shape.member.id]);
    case "map":
      return named("member", [shape.key.id, shape.value.id]);
    case "enum":
    case "intEnum":
    case "structure":
    case "union":
      return named(
        "member",
        [...shape.members.values()].map((member) => member.id),
      );
    case "operation":
      return [
        ...named("input", [shape.input]),
        ...named("output", [shape.output]),
        ...named("error", shape.errors),
      ];
    case "service":
      return [
        ...named("operation", shape.operations),
        ...named("resource", shape.resources),
        ...named("error", shape.errors),
      ];
    case "resource":
      return [
        ...named("identifier", shape.identifiers.values()),
        ...named("property", shape.properties.values()),
        ...named("resource", shape.resources),
        ...named("operation", shape.operations),
        ...named("collectionOperation", shape.collectionOperations),
        ...lifecycle.flatMap((name) => named(name, optional(shape[name]))),
        ...named("instanceOperation", [
          ...shape.operations,
          ...[shape.put, shape.read, shape.update, shape.delete].flatMap(optional),
        ]),
      ];
    default:
      return [];
  }
}

function named(name: string, ids: Iterable<ShapeId>): readonly (readonly [string, ShapeId])[] {
  // The unit type means "no value", so no edge leads to it.
  return [...ids].filter((id) => id !== UNIT).map((id) => [name, id]);
}

const optional = (id: ShapeId | undefined): readonly ShapeId[] => (id === undefined ? [] : [id]);
