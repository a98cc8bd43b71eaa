import type {
  MemberShape,
  OperationShape,
  ResourceShape,
  Shape,
  ShapeId,
  StructureShape,
} from "../model/model.js";
import { hasTrait, requiredTrait, resourceIdentifierTrait, trait } from "../traits/index.js";

/**
 * Returns the members of a structure that provide identifiers of a resource, by identifier. Such
 * members have the trait `resourceIdentifier`, or are required and have the name and target of the
 * identifier (Smithy specification, "Binding identifiers to operations").
 */
export function identifierBindings(
  resource: ResourceShape,
  structure: StructureShape,
): ReadonlyMap<string, MemberShape> {
  const bindings = new Map<string, MemberShape>();
  for (const member of structure.members.values()) {
    const explicit = trait(member, resourceIdentifierTrait);
    if (explicit !== undefined) {
      if (resource.identifiers.has(explicit)) bindings.set(explicit, member);
    } else if (
      hasTrait(member, requiredTrait) &&
      resource.identifiers.get(member.name) === member.target &&
      !bindings.has(member.name)
    ) {
      bindings.set(member.name, member);
    }
  }
  return bindings;
}

/** Returns whether the structure provides every identifier of a resource, with its target. */
export function bindsAllIdentifiers(resource: ResourceShape, structure: StructureShape): boolean {
  const bindings = identifierBindings(resource, structure);
  return [...resource.identifiers].every(([name, target]) => bindings.get(name)?.target === target);
}

/** The operations of a resource that act on one instance. */
export const instanceOperations = (resource: ResourceShape): readonly ShapeId[] => [
  ...resource.operations,
  ...["put", "read", "update", "delete"].flatMap((name) => lifecycleOperation(resource, name)),
];

/** The operations of a resource that act on the collection of instances. */
export const collectionOperations = (resource: ResourceShape): readonly ShapeId[] => [
  ...resource.collectionOperations,
  ...["create", "list"].flatMap((name) => lifecycleOperation(resource, name)),
];

export function lifecycleOperation(resource: ResourceShape, name: string): readonly ShapeId[] {
  const { create, put, read, update, delete: remove, list } = resource;
  const found = { create, put, read, update, delete: remove, list }[name];
  return found === undefined ? [] : [found];
}

/** The shape if it is a structure. */
export function structureOf(shape: Shape | undefined): StructureShape | undefined {
  return shape?.type === "structure" ? shape : undefined;
}

export const isOperation = (shape: Shape | undefined): shape is OperationShape =>
  shape?.type === "operation";
