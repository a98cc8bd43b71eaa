import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model, ResourceShape } from "../../model/model.js";
import { error, warning } from "../event.js";
import {
  bindsAllIdentifiers,
  collectionOperations,
  identifierBindings,
  instanceOperations,
  isOperation,
  structureOf,
} from "../identifier-bindings.js";
import { at, type Rule } from "../rule.js";
import { nameOf, ticked } from "../shape-text.js";
import { stringTrait } from "../trait-values.js";

const messages = {
  instance: error(
    "ResourceIdentifierBinding",
    (args: { resource: string; expected: readonly string[]; found: readonly string[] }) =>
      `This operation does not form a valid instance operation when bound to resource \`${args.resource}\`. All of the identifiers of the resource were not implicitly or explicitly bound to the input of the operation. Expected the following identifier bindings: [${args.expected.join(", ")}]. Found the following identifier bindings: [${args.found.join(", ")}]`,
  ),
  collection: error(
    "ResourceIdentifierBinding",
    (args: { resource: string }) =>
      `This operation is bound as a collection operation on the \`${args.resource}\` resource, but it improperly binds all of the identifiers of the resource to members of the operation input.`,
  ),
  conflict: error(
    "ResourceIdentifierBinding",
    (args: { identifier: string; members: readonly string[] }) =>
      `Conflicting resource identifier member bindings found for the \`${args.identifier}\` identifier: ${ticked(args.members)}`,
  ),
} as const;

const misbound = (service: string, operation: string) =>
  warning(
    `ServiceBoundResourceOperation.${service}.${operation}`,
    (args: { operation: string; resources: readonly string[] }) =>
      `The \`${args.operation}\` operation is bound to the \`${service}\` service but has members that match identifiers of the following resource shapes: [${ticked(args.resources)}]. It may be more accurately bound to one of them than directly to the service.`,
  );

/** Instance operations take all identifiers of their resource, collection operations do not. */
export const resourceIdentifierBinding: Rule = {
  name: "ResourceIdentifierBinding",
  *check({ model }) {
    for (const resource of model.shapesOfType("resource")) {
      yield* checkInstances(model, resource);
      yield* checkCollections(model, resource);
    }
    for (const structure of model.shapesOfType("structure")) {
      const byIdentifier = new Map<string, string[]>();
      for (const member of structure.members.values()) {
        const identifier = stringTrait(member, "smithy.api#resourceIdentifier");
        if (identifier === undefined) continue;
        byIdentifier.set(identifier, [...(byIdentifier.get(identifier) ?? []), member.name]);
      }
      for (const [identifier, members] of byIdentifier) {
        if (members.length > 1) yield messages.conflict({ identifier, members }, at(structure));
      }
    }
  },
};

/** Operations of a service that take all identifiers of a resource may belong to the resource. */
export const serviceBoundResourceOperation: Rule = {
  name: "ServiceBoundResourceOperation",
  *check({ model, services }) {
    for (const service of model.shapesOfType("service")) {
      const resources = services.resourcesOf(service);
      for (const id of service.operations) {
        const operation = model.getShape(id);
        if (!isOperation(operation)) continue;
        const input = structureOf(model.getShape(operation.input));
        if (input === undefined) continue;
        const matching = resources
          .filter((resource) => bindsAllIdentifiers(resource, input))
          .map((resource) => resource.id);
        if (matching.length === 0) continue;
        const message = misbound(service.id, nameOf(id));
        yield message({ operation: id, resources: matching }, at(operation));
      }
    }
  },
};

function* checkInstances(model: Model, resource: ResourceShape): Iterable<Diagnostic> {
  if (resource.identifiers.size === 0) return;
  for (const id of instanceOperations(resource)) {
    const operation = model.getShape(id);
    if (!isOperation(operation)) continue;
    const input = structureOf(model.getShape(operation.input));
    const found = input ? identifierBindings(resource, input) : new Map<string, never>();
    if (found.size === resource.identifiers.size) continue;
    const args = {
      resource: resource.id,
      expected: [...resource.identifiers].map(([name, target]) => describe(name, target)),
      found: [...found.values()].map((member) => describe(member.name, member.target)),
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

const describe = (name: string, target: string): string =>
  `required member named \`${name}\` that targets \`${target}\``;
