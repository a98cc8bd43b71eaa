import { endpointProperties } from "./endpoint-properties.js";
import type { OperationPlan } from "./operation-plan.js";
import type { EndpointPlan, ServicePlan } from "./service-plan.js";

/**
 * Whether the endpoint of an operation already holds the first label of its path: the label sets a parameter of the
 * endpoint rules, and they write that parameter into the address. Then the request must not repeat it.
 */
export function isLabelInEndpoint(plan: ServicePlan, operation: OperationPlan): boolean {
  return labelInEndpoint(plan, operation) !== undefined;
}

/**
 * What follows the first label of a path in hosts of endpoints that hold it: `s3.{Region}.{partitionResult#dnsSuffix}`.
 * Templates that begin with the address of an endpoint which the user gives are left out.
 */
export function hostsBehindLabel(plan: ServicePlan): readonly string[] {
  const parameters = new Set(plan.operations.map((operation) => labelInEndpoint(plan, operation)));
  const hosts = addressTemplates(plan.endpoint).flatMap((template) => {
    const [, parameter, host = ""] = /^https?:\/\/\{(\w+)\}\.([^/]+)/.exec(template) ?? [];
    return parameter !== undefined && parameters.has(parameter) && !host.includes("{url#")
      ? [host]
      : [];
  });
  return [...new Set(hosts)].sort();
}

/** The parameter of the endpoint rules that is the first label of an operation's path. */
function labelInEndpoint(plan: ServicePlan, { http, input }: OperationPlan): string | undefined {
  const label = /^\/\{(\w+)\}/.exec(http?.uri ?? "")?.[1];
  const shape = input.kind === "structure" ? plan.shapesById.get(input.id) : undefined;
  if (label === undefined || shape?.kind !== "structure") return undefined;
  const parameter = shape.members.find(({ name }) => name === label)?.contextParam;
  return parameter !== undefined && parametersInAddresses(plan).has(parameter)
    ? parameter
    : undefined;
}

const found = new WeakMap<ServicePlan, ReadonlySet<string>>();

/** The names in templates of addresses: `https://{Bucket}.s3.{Region}.amazonaws.com`. */
function parametersInAddresses(plan: ServicePlan): ReadonlySet<string> {
  const known = found.get(plan);
  if (known !== undefined) return known;
  const names = new Set(
    addressTemplates(plan.endpoint).flatMap((template) =>
      [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
    ),
  );
  found.set(plan, names);
  return names;
}

function addressTemplates(endpoint: EndpointPlan): readonly string[] {
  return endpointProperties(endpoint, "url").filter((url) => typeof url === "string");
}
