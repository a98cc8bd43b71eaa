import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type {
  MemberShape,
  Model,
  ResourceShape,
  Shape,
  StructureShape,
} from "../../model/model.js";
import { shapeName } from "../../model/shape-id.js";
import {
  hasTrait,
  nestedPropertiesTrait,
  notPropertyTrait,
  propertyTrait,
  trait,
} from "../../traits/index.js";
import { error } from "../event.js";
import { groupBy } from "../group-by.js";
import { isOperation, lifecycleOperation, structureOf } from "../identifier-bindings.js";
import { at, type Rule } from "../rule.js";

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

const lifecycle = ["create", "put", "read", "update", "delete"];

/** What goes in and out of the lifecycle operations of a resource are its properties. */
export const resourceOperationInputOutput: Rule = {
  name: "ResourceOperationInputOutput",
  *check({ model }) {
    for (const resource of model.shapesOfType("resource")) {
      if (resource.properties.size > 0) yield* checkResource(model, resource);
    }
  },
};

function* checkResource(model: Model, resource: ResourceShape): Iterable<Diagnostic> {
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
    for (const structure of [operation.input, operation.output].flatMap((io) =>
      propertiesShape(model, io),
    )) {
      yield* checkStructure(model, resource, name, structure, used);
    }
  }
  for (const property of resource.properties.keys()) {
    if (!used.has(property)) yield messages.unused({ property }, at(resource));
  }
}

/** The structure whose members are properties: the one behind `nestedProperties`, if any. */
function propertiesShape(model: Model, id: string): readonly StructureShape[] {
  const shape = structureOf(model.getShape(id));
  if (shape === undefined) return [];
  const nested = [...shape.members.values()].find((member) =>
    hasTrait(member, nestedPropertiesTrait),
  );
  return [(nested && structureOf(model.getShape(nested.target))) ?? shape];
}

function* checkStructure(
  model: Model,
  resource: ResourceShape,
  operation: string,
  structure: StructureShape,
  used: Set<string>,
): Iterable<Diagnostic> {
  const members = propertyMembers(model, resource, structure);
  for (const [property, group] of groupBy(members, propertyName)) {
    used.add(property);
    if (group.length > 1) {
      yield messages.conflict({ property, members: group.map(({ name }) => name) }, at(structure));
    }
    const expected = resource.properties.get(property);
    for (const member of group) {
      if (expected === undefined) {
        yield messages.unknown({ member: member.name, resource: resource.id }, at(member));
      } else if (member.target !== expected) {
        const args = { expected, operation, resource: resource.id, property };
        yield messages.wrongTarget(args, at(member));
      }
    }
  }
}

const propertyName = (member: MemberShape): string =>
  trait(member, propertyTrait)?.name ?? member.name;

/**
 * The members that stand for properties. A member that has the name of a property is one, even where
 * a trait such as `@idempotencyToken` says of others that they are none.
 */
const propertyMembers = (
  model: Model,
  resource: ResourceShape,
  structure: StructureShape,
): readonly MemberShape[] =>
  [...structure.members.values()].filter(
    (member) =>
      !resource.identifiers.has(member.name) &&
      (resource.properties.has(member.name) ||
        ![...member.traits.keys()].some((id) => saysNoProperty(id, model.getShape(id)))),
  );

const saysNoProperty = (id: string, trait: Shape | undefined): boolean =>
  id === notPropertyTrait.id || hasTrait(trait, notPropertyTrait);
