import type {
  MemberShape,
  Model,
  ResourceShape,
  Shape,
  ShapeId,
  StructureShape,
} from "@tinsmith/smithy";
import {
  hasTrait,
  httpResponseCodeTrait,
  idempotencyTokenTrait,
  nestedPropertiesTrait,
  notPropertyTrait,
  propertyTrait,
  referencesTrait,
  resourceIdentifierTrait,
  trait,
} from "@tinsmith/smithy/traits";
import type { ResourceBindings } from "./resource-plan.js";

/**
 * Finds the members that represent the identifiers and properties of a resource (Smithy
 * specification, "Binding identifiers to operations" and "Resource properties"). If a resource
 * declares no properties, the members of its operations define them: members with the same name are
 * one property if their types agree.
 */
export class ResourceBinder {
  readonly #model: Model;
  readonly #resource: ResourceShape;
  readonly #targets: Map<string, ShapeId>;

  constructor(model: Model, resource: ResourceShape) {
    this.#model = model;
    this.#resource = resource;
    this.#targets = new Map(resource.properties);
  }

  /**
   * Returns the identifiers and properties that the members of an operation's input or output
   * represent.
   */
  bind(id: ShapeId): ResourceBindings {
    const shape = this.#structure(id);
    if (shape === undefined) return {};
    const nested =
      [...shape.members.values()].find(({ traits }) => hasTrait(traits, nestedPropertiesTrait)) ??
      this.#wrapped(shape);
    if (nested === undefined) return this.members(shape);
    const inside = this.#structure(nested.target);
    return {
      ...this.#identifiers(shape, ""),
      ...(inside && this.members(inside, `${nested.name}.`)),
    };
  }

  /**
   * Returns the identifiers and properties that the members of one structure represent, without
   * nested structures.
   */
  members(shape: StructureShape, prefix = ""): ResourceBindings {
    const bindings: Record<string, string> = this.#identifiers(shape, prefix);
    const taken = new Set(Object.values(bindings));
    for (const member of shape.members.values()) {
      const path = prefix + member.name;
      const property = taken.has(path) ? undefined : this.#propertyOf(member);
      if (property !== undefined) bindings[property] ??= path;
    }
    return bindings;
  }

  /**
   * Returns whether a shape describes the resource. Such a shape refers to the resource, or has all
   * of its identifiers.
   */
  refersTo(id: ShapeId): boolean {
    const shape = this.#model.getShape(id);
    if (shape === undefined) return false;
    if (this.#reference(shape) !== undefined) return true;
    if (shape.type !== "structure") return false;
    const last = [...this.#resource.identifiers.keys()].at(-1);
    return last !== undefined && last in this.#identifiers(shape, "");
  }

  /**
   * Returns the identifier that a string shape represents. The shape is that of the identifier, or
   * refers to the resource.
   */
  identifierOf(id: ShapeId): string | undefined {
    const last = [...this.#resource.identifiers].at(-1);
    return last && (last[1] === id || this.refersTo(id)) ? last[0] : undefined;
  }

  /** The single member that holds the whole resource, if the model does not mark one by a trait. */
  #wrapped(shape: StructureShape): MemberShape | undefined {
    const members = [...shape.members.values()];
    const declared = members.some(({ name }) => this.#resource.properties.has(name));
    if (declared) return undefined;
    const found = members.filter(
      ({ target }) => this.#structure(target) !== undefined && this.refersTo(target),
    );
    return found.length === 1 ? found[0] : undefined;
  }

  #identifiers(shape: StructureShape, prefix: string): Record<string, string> {
    const { identifiers } = this.#resource;
    const ids = this.#reference(shape)?.ids;
    const bindings: Record<string, string> = {};
    for (const [identifier, target] of identifiers) {
      const member = [...shape.members.values()].find(
        ({ name, traits }) =>
          trait(traits, resourceIdentifierTrait) === identifier || ids?.[identifier] === name,
      );
      const named = shape.members.get(identifier);
      const found = member ?? (named && this.#agree(named.target, target) ? named : undefined);
      if (found) bindings[identifier] = prefix + found.name;
    }
    return bindings;
  }

  #propertyOf(member: MemberShape): string | undefined {
    const { traits } = member;
    if ([...traits.keys()].some((id) => this.#excludesProperty(id))) return undefined;
    const name = trait(traits, propertyTrait)?.name ?? member.name;
    const { properties, identifiers } = this.#resource;
    if (identifiers.has(name) || (properties.size > 0 && !properties.has(name))) return undefined;
    const target = this.#targets.get(name) ?? member.target;
    this.#targets.set(name, target);
    return this.#agree(member.target, target) ? name : undefined;
  }

  #excludesProperty(id: ShapeId): boolean {
    return noProperties.has(id) || hasTrait(this.#model.getShape(id), notPropertyTrait);
  }

  /** Returns whether values of one shape are valid values of the other. */
  #agree(left: ShapeId, right: ShapeId): boolean {
    if (left === right) return true;
    const kinds = [left, right].map((id) => this.#model.getShape(id)?.type);
    const [one, other] = kinds.map((kind) => (kind === "enum" ? "string" : kind));
    return one === other && one !== undefined && simple.has(one);
  }

  #reference(shape: Shape) {
    return trait(shape, referencesTrait)?.find(({ resource }) => resource === this.#resource.id);
  }

  #structure(id: ShapeId): StructureShape | undefined {
    const shape = this.#model.getShape(id);
    return shape?.type === "structure" ? shape : undefined;
  }
}

/** Members with one of these traits belong to the call and not to the resource. */
const noProperties: ReadonlySet<ShapeId> = new Set([
  notPropertyTrait.id,
  idempotencyTokenTrait.id,
  httpResponseCodeTrait.id,
]);

const simple: ReadonlySet<string> = new Set([
  "string",
  "boolean",
  "byte",
  "short",
  "integer",
  "long",
  "float",
  "double",
  "intEnum",
  "timestamp",
]);
