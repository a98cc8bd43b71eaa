import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type {
  MemberShape,
  Model,
  OperationShape,
  ServiceShape,
  Shape,
  StructureShape,
} from "../../../model/model.js";
import { shapeName } from "../../../model/shape-id.js";
import {
  clientDiscoveredEndpointTrait,
  clientEndpointDiscoveryTrait,
  hasTrait,
  trait,
} from "../../../traits/index.js";
import { danger, error, warning } from "../../event.js";
import { structureOf } from "../../identifier-bindings.js";
import { at, atTrait } from "../../rule.js";
import type { Rule, ValidationContext } from "../../rule.js";
import { typed } from "../../shape-text.js";

const messages = {
  noError: danger(
    "ClientEndpointDiscovery.MissingErrorDefinition",
    () => "Services SHOULD define an error which indicates an endpoint is invalid.",
  ),
  unbound: (operation: string) =>
    error(
      `ClientEndpointDiscovery.UnboundOperation.${shapeName(operation)}`,
      (args: { service: Shape }) =>
        `The operation \`${operation}\` must be bound to the service \`${typed(args.service)}\` to use it as the endpoint operation.`,
    ),
  missingError: error(
    "ClientEndpointDiscovery",
    (args: { operation: string; service: string; error: string }) =>
      `The operation \`${args.operation}\` is marked with \`aws.api#clientDiscoveredEndpoint\` and is bound to the service \`${args.service}\` but does not have the required error \`${args.error}\`.`,
  ),
  extraInput: error(
    "ClientEndpointDiscovery",
    (args: { operation: string; members: readonly string[] }) =>
      `Input for endpoint discovery operation \`${args.operation}\` may only have the members Operation and Identifiers but found: ${args.members.join(", ")}`,
  ),
  operationType: error(
    "ClientEndpointDiscovery",
    () => "The Operation member of an endpoint discovery operation must be a string",
  ),
  identifiersType: error(
    "ClientEndpointDiscovery",
    () =>
      "The Identifiers member of an endpoint discovery operation must be a map whose keys and values are strings.",
  ),
  noOperations: warning(
    "ClientEndpointDiscovery.NoOperations",
    (args: { service: string }) =>
      `The service \`${args.service}\` is configured to use endpoint discovery, but has no operations bound with the \`aws.api#clientDiscoveredEndpoint\` trait.`,
  ),
  notAttached: error(
    "ClientEndpointDiscovery",
    (args: { operation: string }) =>
      `The operation \`${args.operation}\` is marked with \`aws.api#clientDiscoveredEndpoint\` but is not attached to a service with the \`aws.api#clientEndpointDiscovery\` trait.`,
  ),
  endpointsOnly: error(
    "ClientEndpointDiscovery",
    (args: { members: readonly string[] }) =>
      `Endpoint discovery operation output must only contain an \`Endpoints\` member, but found: [${args.members.join(",")}]`,
  ),
  endpointsList: error(
    "ClientEndpointDiscovery",
    () => "The output member `Endpoints` on an endpoint discovery operation must be a list.",
  ),
  endpointStructure: error(
    "ClientEndpointDiscovery",
    () =>
      "The member of the Endpoints list in an endpoint discovery operation must be a structure shape.",
  ),
  addressType: error(
    "ClientEndpointDiscovery",
    () => "The `Address` member of the `Endpoint` shape must be a string type.",
  ),
  cachePeriodType: error(
    "ClientEndpointDiscovery",
    () => "The `CachePeriodInMinutes` member of the `Endpoint` shape must be a long type.",
  ),
  endpointMembers: error(
    "ClientEndpointDiscovery",
    (args: { members: readonly string[] }) =>
      `The \`Endpoint\` shape must only have the members \`Address\` and \`CachePeriodInMinutes\`, but found: ${args.members.join(", ")}`,
  ),
} as const;

/** The endpoint operation of a service with endpoint discovery has the form that clients expect. */
export const clientEndpointDiscovery: Rule = {
  name: "ClientEndpointDiscovery",
  *check(context) {
    const { model } = context;
    const operations = new Set<OperationShape>();
    const discovering = model
      .shapesOfType("service")
      .filter(({ traits }) => hasTrait(traits, clientEndpointDiscoveryTrait));
    for (const service of discovering) {
      const operation = yield* checkService(context, service);
      if (operation !== undefined) operations.add(operation);
    }
    for (const operation of model.shapesOfType("operation")) {
      if (!hasTrait(operation, clientDiscoveredEndpointTrait)) continue;
      if (
        !discovering.some((service) => context.services.operationsOf(service).includes(operation))
      ) {
        yield messages.notAttached({ operation: operation.id }, at(operation));
      }
    }
    for (const operation of operations) {
      yield* checkInput(model, operation);
      yield* checkOutput(model, operation);
    }
  },
};

function* checkService(
  { model, services }: ValidationContext,
  service: ServiceShape,
): Generator<Diagnostic, OperationShape | undefined> {
  const discovery = trait(service, clientEndpointDiscoveryTrait);
  const operations = services.operationsOf(service);
  const operation = model.getShape(discovery?.operation ?? "");
  const failure = discovery?.error;
  if (failure === undefined)
    yield messages.noError(undefined, atTrait(service, clientEndpointDiscoveryTrait));
  if (!operations.some(({ traits }) => hasTrait(traits, clientDiscoveredEndpointTrait))) {
    yield messages.noOperations({ service: service.id }, at(service));
  }
  for (const one of operations) {
    if (!hasTrait(one, clientDiscoveredEndpointTrait) || failure === undefined) continue;
    if (one.errors.includes(failure) || service.errors.includes(failure)) continue;
    const args = { operation: one.id, service: service.id, error: failure };
    yield messages.missingError(args, at(one));
  }
  if (operation?.type !== "operation") return undefined;
  if (!operations.includes(operation)) {
    yield messages.unbound(operation.id)({ service }, at(service));
  }
  return operation;
}

function* checkInput(model: Model, operation: OperationShape): Iterable<Diagnostic> {
  const input = structureOf(model.getShape(operation.input));
  if (input === undefined) return;
  const names = [...input.members.keys()];
  const known = ["Operation", "Identifiers"];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const members = [...known.filter((name) => names.includes(name)), ...unknown];
    yield messages.extraInput({ operation: operation.id, members }, at(input));
  }
  const named = targetOf(model, input.members.get("Operation"));
  if (named !== undefined && named.type !== "string") {
    yield messages.operationType(undefined, at(named));
  }
  const member = input.members.get("Identifiers");
  const identifiers = targetOf(model, member);
  if (member !== undefined && identifiers !== undefined && !isStringMap(model, identifiers)) {
    yield messages.identifiersType(undefined, at(member));
  }
}

function* checkOutput(model: Model, operation: OperationShape): Iterable<Diagnostic> {
  const output = structureOf(model.getShape(operation.output));
  if (output === undefined) return;
  const member = output.members.get("Endpoints");
  if (output.members.size !== 1 || member === undefined) {
    yield messages.endpointsOnly({ members: [...output.members.keys()] }, at(operation));
  }
  if (member === undefined) return;
  const list = targetOf(model, member);
  if (list?.type !== "list") {
    yield messages.endpointsList(undefined, at(member));
    return;
  }
  const endpoint = targetOf(model, list.member);
  if (endpoint?.type !== "structure") yield messages.endpointStructure(undefined, at(list));
  else yield* checkEndpoint(model, endpoint);
}

function* checkEndpoint(model: Model, endpoint: StructureShape): Iterable<Diagnostic> {
  const address = endpoint.members.get("Address");
  const addressType = targetOf(model, address)?.type;
  if (address && addressType !== "string" && addressType !== "enum") {
    yield messages.addressType(undefined, at(address));
  }
  const period = endpoint.members.get("CachePeriodInMinutes");
  if (period && targetOf(model, period)?.type !== "long") {
    yield messages.cachePeriodType(undefined, at(period));
  }
  if (endpoint.members.size === 2 && address && period) return;
  yield messages.endpointMembers({ members: [...endpoint.members.keys()] }, at(endpoint));
}

const targetOf = (model: Model, member: MemberShape | undefined): Shape | undefined =>
  member === undefined ? undefined : model.getShape(member.target);

const isStringMap = (model: Model, shape: Shape): boolean =>
  shape.type === "map" &&
  targetOf(model, shape.key)?.type === "string" &&
  targetOf(model, shape.value)?.type === "string";
