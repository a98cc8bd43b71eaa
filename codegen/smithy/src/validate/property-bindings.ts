import type {
  MemberShape,
  Model,
  OperationShape,
  ResourceShape,
  ShapeId,
  StructureShape,
} from "../model/model.js";
import {
  hasTrait,
  nestedPropertiesTrait,
  notPropertyTrait,
  propertyTrait,
  trait,
  traitTrait,
} from "../traits/index.js";
import {
  identifierBindings,
  isOperation,
  lifecycleOperation,
  structureOf,
} from "./identifier-bindings.js";

/** The members of inputs and outputs of resource operations that represent properties. */
export interface PropertyBindings {
  /** The names of properties, by the id of the member that represents one. */
  readonly properties: ReadonlyMap<ShapeId, string>;
  /** Members that need not represent a property. */
  readonly excluded: ReadonlySet<ShapeId>;
}

/**
 * Finds the members that represent a property. Every member with the name of a property represents
 * it. Other members represent a property unless a trait excludes them or they provide an identifier
 * (Smithy specification, "Resource properties").
 */
export function propertyBindings(model: Model): PropertyBindings {
  const properties = new Map<ShapeId, string>();
  const excluded = new Set<ShapeId>();
  for (const resource of model.shapesOfType("resource")) {
    for (const operation of operationsOf(model, resource)) {
      for (const io of [operation.input, operation.output]) {
        const top = structureOf(model.getShape(io));
        const structure = propertiesShape(model, io);
        if (top === undefined || structure === undefined) continue;
        const identifiers = new Set(
          [...identifierBindings(resource, top).values()].map(({ name }) => name),
        );
        for (const member of structure.members.values()) {
          const { id, name } = member;
          const isExcluded = identifiers.has(name) || saysNoProperty(model, member);
          if (isExcluded) excluded.add(id);
          else excluded.delete(id);
          if (!isExcluded || resource.properties.has(name)) {
            properties.set(id, trait(member, propertyTrait)?.name ?? name);
          }
        }
        if (structure !== top) for (const { id } of top.members.values()) excluded.add(id);
      }
    }
  }
  return { properties, excluded };
}

/** The structure whose members are properties: the target of `nestedProperties`, if present. */
export function propertiesShape(model: Model, id: ShapeId): StructureShape | undefined {
  const shape = structureOf(model.getShape(id));
  const nested = [...(shape?.members.values() ?? [])].find((member) =>
    hasTrait(member, nestedPropertiesTrait),
  );
  return (nested && structureOf(model.getShape(nested.target))) ?? shape;
}

const lifecycles = ["put", "create", "read", "update", "delete", "list"];

function operationsOf(model: Model, resource: ResourceShape): readonly OperationShape[] {
  const { operations, collectionOperations } = resource;
  return [
    ...lifecycles.flatMap((name) => lifecycleOperation(resource, name)),
    ...operations,
    ...collectionOperations,
  ]
    .map((id) => model.getShape(id))
    .filter(isOperation);
}

const saysNoProperty = (model: Model, member: MemberShape): boolean =>
  [...member.traits.keys()].some((id) => {
    const definition = model.getShape(id);
    return hasTrait(definition, notPropertyTrait) && hasTrait(definition, traitTrait);
  });
