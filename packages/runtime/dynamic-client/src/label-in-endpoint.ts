import type { Model, NodeValue, OperationShape, ServiceShape } from "@tinsmith/smithy";
import { isNodeObject, propertyOf, stringOf } from "./node-values.js";

/**
 * Whether the endpoint of an operation already holds the first label of its path: the label sets a parameter of the
 * endpoint rules, and they write that parameter into the address. Then the request must not repeat it.
 */
export const isLabelInEndpoint = (
  model: Model,
  service: ServiceShape,
  { traits, input }: OperationShape,
): boolean => {
  const uri = stringOf(propertyOf(traits.get("smithy.api#http"), "uri")) ?? "";
  const label = /^\/\{(\w+)\}/.exec(uri)?.[1];
  const shape = model.getShape(input);
  if (label === undefined || shape?.type !== "structure") return false;
  const trait = shape.members.get(label)?.traits.get("smithy.rules#contextParam");
  const parameter = stringOf(propertyOf(trait, "name"));
  return parameter !== undefined && parametersInAddresses(service).has(parameter);
};

const found = new WeakMap<ServiceShape, ReadonlySet<string>>();

/** The names in templates of addresses: `https://{Bucket}.s3.{Region}.amazonaws.com`. */
const parametersInAddresses = (service: ServiceShape): ReadonlySet<string> => {
  const known = found.get(service);
  if (known !== undefined) return known;
  const names = new Set<string>();
  collect(service.traits.get("smithy.rules#endpointRuleSet"), names);
  collect(service.traits.get("smithy.rules#endpointBdd"), names);
  found.set(service, names);
  return names;
};

const collect = (node: NodeValue | undefined, into: Set<string>): void => {
  if (Array.isArray(node)) for (const item of node) collect(item, into);
  if (!isNodeObject(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "url" && typeof value === "string") {
      for (const [, name = ""] of value.matchAll(/\{(\w+)\}/g)) into.add(name);
    } else {
      collect(value, into);
    }
  }
};
