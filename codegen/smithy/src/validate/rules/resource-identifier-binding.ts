import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { MemberShape, Model, ResourceShape, StructureShape } from "../../model/model.js";
import { shapeName } from "../../model/shape-id.js";
import { hasTrait, requiredTrait, resourceIdentifierTrait, trait } from "../../traits/index.js";
import { error, warning } from "../event.js";
import {
  bindsAllIdentifiers,
  collectionOperations,
  identifierBindings,
  instanceOperations,
  isOperation,
  structureOf,
} from "../identifier-bindings.js";
import { groupBy } from "../group-by.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { boundOperations } from "../service-index.js";
import { ticked } from "../shape-text.js";

const messages = {
  instance: error(
    "ResourceIdentifierBinding",
    (args: { resource: string; expected: readonly string[]; found: readonly string[] }) =>
      `This operation does not form a valid instance operation when bound to resource \`${args.resource}\`. All of the identifiers of the resource were not implicitly or explicitly bound to the input of the operation. Expected the following identifier bindings: [${[...args.expected].sort().join(", ")}]. Found the following identifier bindings: [${[...args.found].sort().join(", ")}]`,
  ),
  collection: error(
    "ResourceIdentifierBinding",
    (args: { resource: string }) =>
      `This operation is bound as a collection operation on the \`${args.resource}\` resource, but it improperly binds all of the identifiers of the resource to members of the operation input.`,
  ),
  conflict: error(
    "ResourceIdentifierBinding",
    (args: { identifier: string; members: readonly string[] }) =>
      `Conflicting resource identifier member bindings found for identifier '${args.identifier}' between members: '${args.members.join("', '")}'`,
  ),
  overridden: warning(
    "ResourceIdentifierBinding",
    (args: { identifier: string; members: readonly string[] }) =>
      `Implicit resource identifier for '${args.identifier}' is overridden by \`resourceIdentifier\` trait on members: '${args.members.join("', '")}'`,
  ),
  parent: error(
    "ResourceIdentifierBinding",
    (args: { child: string; parent: string; missing: readonly string[] }) =>
      `This operation is bound to the \`${args.child}\` resource, which is a child of the \`${args.parent}\` resource, and it is missing the following resource identifier bindings of \`${args.parent}\`: [${ticked(args.missing)}]`,
  ),
} as const;

const misbound = (service: string, operation: string) =>
  warning(
    `ServiceBoundResourceOperation.${service}.${operation}`,
    (args: { operation: string; resources: readonly string[] }) =>
      `The \`${args.operation}\` operation is bound to the \`${service}\` service but has members that match identifiers of the following resource shapes: [${ticked(args.resources)}]. It may be more accurately bound to one of them than directly to the service.`,
  );

/** Instance operations take all identifiers of their resource; collection operations do not. */
export const resourceIdentifierBinding: Rule = {
  name: "ResourceIdentifierBinding",
  *check({ model }) {
    for (const resource of model.shapesOfType("resource")) {
      yield* checkInstances(model, resource);
      yield* checkCollections(model, resource);
      yield* checkChildren(model, resource);
    }
    for (const structure of model.shapesOfType("structure")) yield* checkMembers(structure);
  },
};

function* checkMembers(structure: StructureShape): Iterable<Diagnostic> {
  const members = [...structure.members.values()];
  const explicit = groupBy(
    members.filter((member) => hasTrait(member, resourceIdentifierTrait)),
    (member) => trait(member, resourceIdentifierTrait) ?? "",
  );
  for (const [identifier, group] of explicit) {
    const names = group.map(({ name }) => name).sort();
    const implicit = structure.members.get(identifier);
    if (implicit && !hasTrait(implicit, resourceIdentifierTrait)) {
      yield messages.overridden({ identifier, members: names }, at(structure));
    }
    if (group.length > 1) yield messages.conflict({ identifier, members: names }, at(structure));
  }
}

/** A service operation that takes all identifiers of a resource may belong to the resource. */
export const serviceBoundResourceOperation: Rule = {
  name: "ServiceBoundResourceOperation",
  *check({ model, services }) {
    for (const service of model.shapesOfType("service")) {
      const resources = services.resourcesOf(service);
      for (const id of service.operations) {
        const operation = model.getShape(id);
        if (!isOperation(operation)) continue;
        const members = [operation.input, operation.output].flatMap((io) => [
          ...(structureOf(model.getShape(io))?.members.values() ?? []),
        ]);
        const matching = resources
          .filter((resource) => members.some((member) => looksLikeIdentifier(member, resource)))
          .map((resource) => resource.id);
        if (matching.length === 0) continue;
        const message = misbound(service.id, shapeName(id));
        yield message(
          { operation: id, resources: matching },
          { ...at(operation), span: service.span },
        );
      }
    }
  },
};

const looksLikeIdentifier = (member: MemberShape, { identifiers }: ResourceShape): boolean =>
  hasTrait(member, requiredTrait) && identifiers.get(member.name) === member.target;

function* checkInstances(model: Model, resource: ResourceShape): Iterable<Diagnostic> {
  if (resource.identifiers.size === 0) return;
  for (const id of instanceOperations(resource)) {
    const operation = model.getShape(id);
    if (!isOperation(operation)) continue;
    const input = structureOf(model.getShape(operation.input));
    const found = input ? identifierBindings(resource, input) : new Map<string, never>();
    if (input && bindsAllIdentifiers(resource, input)) continue;
    const args = {
      resource: resource.id,
      expected: [...resource.identifiers].map(([name, target]) => describe(name, target)),
      found: [...found].map(([name, member]) => describe(name, member.name)),
    };
    yield messages.instance(args, at(operation));
  }
}

function* checkCollections(model: Model, resource: ResourceShape): Iterable<Diagnostic> {
  for (const id of collectionOperations(resource)) {
    const operation = model.getShape(id);
    if (!isOperation(operation)) continue;
    const input = structureOf(model.getShape(operation.input));
    if (input === undefined || !bindsAllIdentifiers(resource, input)) continue;
    yield messages.collection({ resource: resource.id }, at(operation));
  }
}

/**
 * Checks that operations of a resource also take the identifiers of the resource that contains it.
 */
function* checkChildren(model: Model, parent: ResourceShape): Iterable<Diagnostic> {
  for (const id of parent.resources) {
    const child = model.getShape(id);
    if (child?.type !== "resource") continue;
    for (const operationId of new Set(boundOperations(child))) {
      const operation = model.getShape(operationId);
      if (!isOperation(operation)) continue;
      const input = structureOf(model.getShape(operation.input));
      const bound = input ? identifierBindings(child, input) : new Map<string, never>();
      const missing = [...parent.identifiers.keys()].filter((name) => !bound.has(name));
      if (missing.length === 0) continue;
      yield messages.parent({ child: child.id, parent: parent.id, missing }, at(operation));
    }
  }
}

const describe = (name: string, target: string): string =>
  `required member named \`${name}\` that targets \`${target}\``;
