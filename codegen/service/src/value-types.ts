import type { Model, Shape, ShapeId } from "@tinsmith/smithy";
import { errorTrait, hasTrait, sparseTrait, streamingTrait } from "@tinsmith/smithy/traits";
import { unitId } from "./closure.js";
import { isNamedEnumTrait } from "./enum-trait.js";
import type { PlannedNames } from "./plan-names.js";
import type { NamedKind, ValueType } from "./value-type.js";

/** Determines the types of values by shape, each of them once. */
export class ValueTypes {
  readonly #model: Model;
  readonly #names: PlannedNames;
  readonly #known = new Map<ShapeId, ValueType>();

  constructor(model: Model, names: PlannedNames) {
    this.#model = model;
    this.#names = names;
  }

  of(id: ShapeId): ValueType {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    // A list that contains itself has no name that would break the cycle. A valid model has no such
    // list.
    this.#known.set(id, { kind: "document" });
    const type = this.#find(this.#model.expectShape(id));
    this.#known.set(id, type);
    return type;
  }

  #find(shape: Shape): ValueType {
    if (shape.id === unitId) return { kind: "unit" };
    switch (shape.type) {
      case "boolean":
      case "bigInteger":
      case "bigDecimal":
      case "timestamp":
      case "document":
        return { kind: shape.type };
      case "byte":
      case "short":
      case "integer":
      case "long":
      case "float":
      case "double":
        return { kind: "number", number: shape.type };
      case "blob":
        return hasTrait(shape, streamingTrait)
          ? { kind: "streamingBlob", side: "both" }
          : { kind: "blob" };
      case "string":
        return isNamedEnumTrait(shape) ? this.#named(shape.id, "enum") : { kind: "string" };
      case "enum":
      case "intEnum":
        return this.#named(shape.id, shape.type);
      case "structure":
        return this.#named(shape.id, hasTrait(shape, errorTrait) ? "error" : "structure");
      case "union":
        return hasTrait(shape, streamingTrait)
          ? { kind: "eventStream", shape: shape.id, typeName: this.#names.typeName(shape.id) }
          : this.#named(shape.id, "union");
      case "list":
        return {
          kind: "list",
          shape: shape.id,
          member: this.of(shape.member.target),
          sparse: hasTrait(shape, sparseTrait),
        };
      case "map":
        return {
          kind: "map",
          shape: shape.id,
          key: this.of(shape.key.target),
          value: this.of(shape.value.target),
          sparse: hasTrait(shape, sparseTrait),
        };
      default:
        throw new RangeError(`${shape.id} is of type ${shape.type}, which has no values`);
    }
  }

  #named(shape: ShapeId, of: NamedKind): ValueType {
    return { kind: "named", shape, of, typeName: this.#names.typeName(shape) };
  }
}
