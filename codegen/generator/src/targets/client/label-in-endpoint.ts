import type { NodeValue } from "@tinsmith/smithy";
import type { OperationPlan } from "../../plan/operation-plan.js";
import type { ServicePlan } from "../../plan/service-plan.js";

/**
 * Whether the endpoint of an operation already holds the first label of its path: the label sets a parameter of the
 * endpoint rules, and they write that parameter into the address. Then the request must not repeat it.
 */
export function isLabelInEndpoint(plan: ServicePlan, { http, input }: OperationPlan): boolean {
  const label = /^\/\{(\w+)\}/.exec(http?.uri ?? "")?.[1];
  const shape = input.kind === "structure" ? plan.shapesById.get(input.id) : undefined;
  if (label === undefined || shape?.kind !== "structure") return false;
  const parameter = shape.members.find(({ name }) => name === label)?.contextParam;
  return parameter !== undefined && parametersInAddresses(plan).has(parameter);
}

const found = new WeakMap<ServicePlan, ReadonlySet<string>>();

/** The names in templates of addresses: `https://{Bucket}.s3.{Region}.amazonaws.com`. */
function parametersInAddresses(plan: ServicePlan): ReadonlySet<string> {
  const known = found.get(plan);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const node of [plan.endpoint.ruleSet, plan.endpoint.bdd]) collect(node, names);
  found.set(plan, names);
  return names;
}

function collect(node: NodeValue | undefined, into: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "url" && typeof value === "string") {
      for (const [, name = ""] of value.matchAll(/\{(\w+)\}/g)) into.add(name);
    } else {
      collect(value, into);
    }
  }
}
