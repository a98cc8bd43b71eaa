import { shapeName } from "@tinsmith/smithy";
import type { MemberShape, OperationShape, ServiceShape, ShapeId } from "@tinsmith/smithy";
import {
  clientDiscoveredEndpointTrait,
  clientEndpointDiscoveryIdTrait,
  clientEndpointDiscoveryTrait,
  hasTrait,
  trait,
} from "@tinsmith/smithy/traits";
import { dataMembersOf } from "../shape-members.js";
import type { OperationPlan } from "../operation-plan.js";
import type { ShapeLookup } from "../shape-plan.js";
import type { EndpointDiscoveryFeature } from "./feature-plan.js";
import type { DiscoveredOperationPlan } from "./operation-features.js";

/** `aws.api#clientEndpointDiscovery` of a service. */
export interface Discovery {
  /** The operation that names endpoints. */
  readonly operation: ShapeId;
  readonly error: ShapeId | undefined;
}

/** Returns what a service says about the discovery of its endpoints, where it has the operation for it. */
export function serviceDiscovery(
  { traits }: ServiceShape,
  operations: readonly OperationShape[],
): Discovery | undefined {
  const { operation, error } = trait(traits, clientEndpointDiscoveryTrait) ?? {};
  if (operation === undefined || !operations.some(({ id }) => id === operation)) return undefined;
  return { operation, error };
}

/** Plans `aws.api#clientDiscoveredEndpoint` of an operation, where its service names endpoints. */
export function planDiscoveredOperation(
  discovery: Discovery | undefined,
  { id, traits }: OperationShape,
  input: readonly MemberShape[],
): DiscoveredOperationPlan | undefined {
  const discovered = trait(traits, clientDiscoveredEndpointTrait);
  if (discovered === undefined || discovery === undefined || discovery.operation === id) {
    return undefined;
  }
  const identifiers = input
    .filter((member) => hasTrait(member, clientEndpointDiscoveryIdTrait))
    .map(({ name }) => name);
  return {
    required: discovered.required,
    ...(identifiers.length > 0 && { identifiers }),
  };
}

/** Plans the discovery of endpoints, where an operation of the service uses it. */
export function planDiscovery(
  discovery: Discovery | undefined,
  operations: readonly OperationPlan[],
  shapesById: ShapeLookup,
): EndpointDiscoveryFeature | undefined {
  const operation = operations.find(({ id }) => id === discovery?.operation);
  if (operation === undefined || operations.every((one) => one.discovery === undefined)) {
    return undefined;
  }
  const members = dataMembersOf(shapesById, operation.input).map(({ name }) => name);
  const error = discovery?.error;
  return {
    kind: "endpointDiscovery",
    operation,
    takes: (["Operation", "Identifiers"] as const).filter((name) => members.includes(name)),
    error: error === undefined ? undefined : (shapesById.get(error)?.name ?? shapeName(error)),
  };
}
