import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { MemberShape, Model, ResourceShape, StructureShape } from "../../model/model.js";
import { shapeName } from "../../model/shape-id.js";
import { error } from "../event.js";
import { groupBy } from "../group-by.js";
import {
  identifierBindings,
  isOperation,
  lifecycleOperation,
  structureOf,
} from "../identifier-bindings.js";
import { propertiesShape, propertyBindings } from "../property-bindings.js";
import type { PropertyBindings } from "../property-bindings.js";
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
    const { properties } = propertyBindings(model);
    for (const resource of model.shapesOfType("resource")) {
      if (resource.properties.size > 0) yield* checkResource(model, resource, properties);
    }
  },
};

function* checkResource(
  model: Model,
  resource: ResourceShape,
  properties: PropertyBindings["properties"],
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

interface Use {
  readonly resource: ResourceShape;
  /** The name of the operation in messages. */
  readonly operation: string;
  readonly structure: StructureShape;
  /** The members of the operation's output that provide identifiers. */
  readonly identifiers: ReadonlySet<string>;
  readonly properties: PropertyBindings["properties"];
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
