import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type {
  MemberShape,
  Model,
  OperationShape,
  ResourceShape,
  ShapeId,
  StructureShape,
} from "../../model/model.js";
import { shapeName } from "../../model/shape-id.js";
import {
  hasTrait,
  nestedPropertiesTrait,
  notPropertyTrait,
  propertyTrait,
  trait,
  traitTrait,
} from "../../traits/index.js";
import { error } from "../event.js";
import { groupBy } from "../group-by.js";
import {
  identifierBindings,
  isOperation,
  lifecycleOperation,
  structureOf,
} from "../identifier-bindings.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  unused: error(
    "ResourceOperationInputOutput",
    (args: { property: string }) =>
      `Resource property \`${args.property}\` is not used in the input or output of create or an instance operation.`,
  ),
  unknown: error(
    "ResourceOperationInputOutput",
    (args: { member: string; resource: string }) =>
      `Member \`${args.member}\` does not target a property or identifier for resource \`${args.resource}\`. If it is an identifier, apply the \`smithy.api#resourceIdentifier\` trait. If it is a property, apply the \`smithy.api#property\` trait. If it is neither, apply the \`smithy.api#notProperty\` trait.`,
  ),
  conflict: error(
    "ResourceOperationInputOutput",
    (args: { property: string; members: readonly string[] }) =>
      `This shape contains members with conflicting resource property names that resolve to '${args.property}': ${[...args.members].sort().join(", ")}`,
  ),
  wrongTarget: error(
    "ResourceOperationInputOutput",
    (args: { expected: string; operation: string; resource: string; property: string }) =>
      `This member must target \`${args.expected}\`. This member is used as part of the \`${args.operation}\` operation of the \`${args.resource}\` resource and conflicts with its \`${args.property}\` resource property.`,
  ),
} as const;

const lifecycle = ["put", "create", "read", "update", "delete"];

/** The inputs and outputs of lifecycle operations consist of properties of the resource. */
export const resourceOperationInputOutput: Rule = {
  name: "ResourceOperationInputOutput",
  *check({ model }) {
    const properties = propertiesOf(model);
    for (const resource of model.shapesOfType("resource")) {
      if (resource.properties.size > 0) yield* checkResource(model, resource, properties);
    }
  },
};

/** The properties of all members that represent one, by the id of the member. */
type Properties = ReadonlyMap<ShapeId, string>;

/**
 * Finds the members of inputs and outputs that represent a property: those that no trait excludes
 * and that provide no identifier, and all that have the name of a property.
 */
function propertiesOf(model: Model): Properties {
  const properties = new Map<ShapeId, string>();
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
          const isExcluded = identifiers.has(name) || isExcludedProperty(model, member);
          if (!isExcluded || resource.properties.has(name)) {
            properties.set(id, trait(member, propertyTrait)?.name ?? name);
          }
        }
      }
    }
  }
  return properties;
}

function operationsOf(model: Model, resource: ResourceShape): readonly OperationShape[] {
  const { operations, collectionOperations } = resource;
  return [
    ...[...lifecycle, "list"].flatMap((name) => lifecycleOperation(resource, name)),
    ...operations,
    ...collectionOperations,
  ]
    .map((id) => model.getShape(id))
    .filter(isOperation);
}

function* checkResource(
  model: Model,
  resource: ResourceShape,
  properties: Properties,
): Iterable<Diagnostic> {
  const used = new Set<string>();
  const named = [
    ...lifecycle.flatMap((name) =>
      lifecycleOperation(resource, name).map((id) => [name, id] as const),
    ),
    ...resource.operations.map((id) => [shapeName(id), id] as const),
  ];
  for (const [name, id] of named) {
    const operation = model.getShape(id);
    if (!isOperation(operation)) continue;
    const output = structureOf(model.getShape(operation.output));
    const bindings = output ? identifierBindings(resource, output).values() : [];
    const identifiers = new Set([...bindings].map((member) => member.name));
    for (const io of [operation.input, operation.output]) {
      const structure = propertiesShape(model, io);
      if (structure === undefined) continue;
      yield* checkStructure(
        { resource, operation: name, structure, identifiers, properties },
        used,
      );
    }
  }
  for (const property of resource.properties.keys()) {
    if (!used.has(property)) yield messages.unused({ property }, at(resource));
  }
}

/** The structure whose members are properties: the target of `nestedProperties`, if present. */
function propertiesShape(model: Model, id: ShapeId): StructureShape | undefined {
  const shape = structureOf(model.getShape(id));
  const nested = [...(shape?.members.values() ?? [])].find((member) =>
    hasTrait(member, nestedPropertiesTrait),
  );
  return (nested && structureOf(model.getShape(nested.target))) ?? shape;
}

interface Use {
  readonly resource: ResourceShape;
  /** The name of the operation in messages. */
  readonly operation: string;
  readonly structure: StructureShape;
  /** The members of the operation's output that provide identifiers. */
  readonly identifiers: ReadonlySet<string>;
  readonly properties: Properties;
}

function* checkStructure(use: Use, used: Set<string>): Iterable<Diagnostic> {
  const { resource, operation, structure, identifiers, properties } = use;
  const propertyName = ({ id }: MemberShape) => properties.get(id);
  for (const [property, group] of groupBy(structure.members.values(), propertyName)) {
    if (property === undefined) continue;
    used.add(property);
    if (group.length > 1) {
      yield messages.conflict({ property, members: group.map(({ name }) => name) }, at(structure));
    }
    const expected = resource.properties.get(property);
    for (const member of group) {
      if (expected !== undefined) {
        if (member.target === expected) continue;
        const args = { expected, operation, resource: resource.id, property };
        yield messages.wrongTarget(args, at(member));
      } else if (!identifiers.has(member.name)) {
        yield messages.unknown({ member: member.name, resource: resource.id }, at(member));
      }
    }
  }
}

const isExcludedProperty = (model: Model, member: MemberShape): boolean =>
  [...member.traits.keys()].some((id) => {
    const definition = model.getShape(id);
    return hasTrait(definition, notPropertyTrait) && hasTrait(definition, traitTrait);
  });
