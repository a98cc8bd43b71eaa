import type { ClientFeature } from "@tinsmith/client-runtime/generated/v1";
import type { DiscoveredOperation } from "@tinsmith/client-runtime/internal";
import { endpointDiscovery } from "@tinsmith/client-runtime/generated/v1/endpoint-discovery";
import type { EndpointDiscoveryDefinition } from "@tinsmith/client-runtime/internal";
import type { Model, OperationShape, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { membersOf } from "./members.js";
import { nameOf, propertyOf, stringOf } from "./node-values.js";

/** `aws.api#clientDiscoveredEndpoint` of an operation, where its service names endpoints. */
export const discoveredOperation = (
  model: Model,
  service: ServiceShape,
  { id, traits, input }: OperationShape,
): DiscoveredOperation | undefined => {
  const trait = traits.get("aws.api#clientDiscoveredEndpoint");
  const discovering = discoverySetting(service, "operation");
  if (trait === undefined || discovering === undefined || discovering === id) return undefined;
  const identifiers = membersOf(model, input)
    .filter((member) => member.traits.has("aws.api#clientEndpointDiscoveryId"))
    .map(({ name }) => name);
  return {
    required: propertyOf(trait, "required") === true,
    ...(identifiers.length > 0 && { identifiers }),
  };
};

/** The feature of clients whose service names endpoints (`aws.api#clientEndpointDiscovery`). */
export const discoveryFeature = (
  model: Model,
  service: ServiceShape,
  commandOf: (operation: ShapeId) => EndpointDiscoveryDefinition["command"] | undefined,
): ClientFeature | undefined => {
  const id = discoverySetting(service, "operation");
  const operation = id === undefined ? undefined : model.getShape(id);
  const command = id === undefined ? undefined : commandOf(id);
  if (operation?.type !== "operation" || command === undefined) return undefined;
  const members = new Set(membersOf(model, operation.input).map(({ name }) => name));
  const error = discoverySetting(service, "error");
  return endpointDiscovery({
    command,
    takes: (["Operation", "Identifiers"] as const).filter((name) => members.has(name)),
    ...(error !== undefined && { error: service.rename.get(error) ?? nameOf(error) }),
  });
};

const discoverySetting = ({ traits }: ServiceShape, name: string): ShapeId | undefined =>
  stringOf(propertyOf(traits.get("aws.api#clientEndpointDiscovery"), name));
