import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type {
  MemberShape,
  Model,
  OperationShape,
  ServiceShape,
  Shape,
} from "../../../model/model.js";
import { danger, error } from "../../event.js";
import { structureOf } from "../../identifier-bindings.js";
import { at, type Rule, type ValidationContext } from "../../rule.js";
import { nameOf, typed } from "../../shape-text.js";
import { objectTrait, stringOf } from "../../trait-values.js";

const messages = {
  noError: danger(
    "ClientEndpointDiscovery.MissingErrorDefinition",
    () => "Services SHOULD define an error which indicates an endpoint is invalid.",
  ),
  unbound: (operation: string) =>
    error(
      `ClientEndpointDiscovery.UnboundOperation.${nameOf(operation)}`,
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
  endpointsMissing: error(
    "ClientEndpointDiscovery",
    (args: { operation: string }) =>
      `Output for endpoint discovery operation \`${args.operation}\` must only contain an \`Endpoints\` member.`,
  ),
  endpointsList: error(
    "ClientEndpointDiscovery",
    () => "The output member `Endpoints` on an endpoint discovery operation must be a list.",
  ),
  endpointStructure: error(
    "ClientEndpointDiscovery",
    () =>
      "The member of the Endpoints list in an endpoint discovery operation must be a structure shape with members Address and CachePeriodInMinutes.",
  ),
} as const;

/** Services that let clients find endpoints out have an operation in the form that clients know. */
export const clientEndpointDiscovery: Rule = {
  name: "ClientEndpointDiscovery",
  *check(context) {
    const { model } = context;
    const operations = new Set<OperationShape>();
    for (const service of model.shapesOfType("service")) {
      if (!service.traits.has("aws.api#clientEndpointDiscovery")) continue;
      const operation = yield* checkService(context, service);
      if (operation !== undefined) operations.add(operation);
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
  const trait = objectTrait(service, "aws.api#clientEndpointDiscovery");
  const operations = services.operationsOf(service);
  const operation = model.getShape(stringOf(trait["operation"]) ?? "");
  const failure = stringOf(trait["error"]);
  if (failure === undefined) yield messages.noError(undefined, at(service));
  for (const one of operations) {
    if (!one.traits.has("aws.api#clientDiscoveredEndpoint") || failure === undefined) continue;
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
  const member = output?.members.get("Endpoints");
  if (output === undefined || member === undefined) {
    yield messages.endpointsMissing({ operation: operation.id }, at(output ?? operation));
    return;
  }
  if (output.members.size > 1) {
    yield messages.endpointsMissing({ operation: operation.id }, at(output));
  }
  const list = targetOf(model, member);
  if (list?.type !== "list") {
    yield messages.endpointsList(undefined, at(member));
    return;
  }
  const endpoint = targetOf(model, list.member);
  const valid =
    endpoint?.type === "structure" &&
    targetOf(model, endpoint.members.get("Address"))?.type === "string" &&
    targetOf(model, endpoint.members.get("CachePeriodInMinutes"))?.type === "long" &&
    endpoint.members.size === 2;
  if (!valid) yield messages.endpointStructure(undefined, at(list.member));
}

const targetOf = (model: Model, member: MemberShape | undefined): Shape | undefined =>
  member === undefined ? undefined : model.getShape(member.target);

const isStringMap = (model: Model, shape: Shape): boolean =>
  shape.type === "map" &&
  targetOf(model, shape.key)?.type === "string" &&
  targetOf(model, shape.value)?.type === "string";
