import { dataMembers, propertyOf, stringOf } from "@tinsmith/service";
import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import { commandClass } from "./local-symbols.js";
import { runtimePart } from "./runtime-symbols.js";

/** What the runtime is told of an operation that is called at an endpoint which the service names. */
export type DiscoveredOperation = {
  readonly required: boolean;
  readonly identifiers?: readonly string[];
};

/** `aws.api#clientDiscoveredEndpoint` of an operation, where its service names endpoints. */
export function discoveredOperation(
  plan: ServicePlan,
  { id, traits, input }: OperationPlan,
): DiscoveredOperation | undefined {
  const trait = traits.get("aws.api#clientDiscoveredEndpoint");
  const discovering = discoveryOperation(plan);
  if (trait === undefined || discovering === undefined || discovering.id === id) return undefined;
  const identifiers = dataMembers(plan, input)
    .filter((member) => member.traits.has("aws.api#clientEndpointDiscoveryId"))
    .map(({ name }) => name);
  return {
    required: propertyOf(trait, "required") === true,
    ...(identifiers.length > 0 && { identifiers }),
  };
}

/** The feature of clients whose service names endpoints, where any operation has use for them. */
export function discoveryFeature(plan: ServicePlan): Code | undefined {
  const operation = discoveryOperation(plan);
  if (operation === undefined) return undefined;
  if (!plan.operations.some((one) => discoveredOperation(plan, one))) return undefined;
  const members = dataMembers(plan, operation.input).map(({ name }) => name);
  const takes = ["Operation", "Identifiers"].filter((name) => members.includes(name));
  const error = plan.shapesById.get(
    stringOf(propertyOf(plan.traits.get(discoveryTrait), "error")) ?? "",
  );
  return code`${symbol("endpointDiscovery", discoveryModule)}({
    command: ${commandClass(operation)},
    takes: ${literal(takes)},
    ${error && code`error: ${literal(error.name)},`}
  })`;
}

export const discoveryModule = runtimePart("endpoint-discovery");

const discoveryTrait = "aws.api#clientEndpointDiscovery";

/** The operation that names endpoints. */
function discoveryOperation({ traits, operations }: ServicePlan): OperationPlan | undefined {
  const id = stringOf(propertyOf(traits.get(discoveryTrait), "operation"));
  return operations.find((operation) => operation.id === id);
}
