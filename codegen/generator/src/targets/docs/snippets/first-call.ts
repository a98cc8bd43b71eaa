import { isNodeArray, isNodeObject } from "@tinsmith/smithy";
import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import type { OperationPlan, ServicePlan, ValueType } from "@tinsmith/service";
import type { Site } from "../site/site.js";
import { documentedCalls } from "./documented-call.js";
import type { DocumentedCall } from "./documented-call.js";
import { elementTypes, memberType } from "./value-walk.js";

/**
 * Returns the call for a first try. Only calls that succeed are considered. Examples are preferred
 * to samples, then inputs without timestamps, because a server may reject them as too old, and then
 * the shortest input.
 */
export function firstCall(
  site: Site,
): { readonly operation: OperationPlan; readonly call: DocumentedCall } | undefined {
  const candidates = site.plan.operations.flatMap((operation) =>
    documentedCalls(operation, site)
      .filter(({ expectedError, recording }) => !expectedError && !recording?.error)
      .map((call) => ({
        operation,
        call,
        cost: [
          Number(call.title === undefined),
          Number(hasTimestamp(operation, call.input, site.plan)),
          JSON.stringify(call.input).length,
        ] as const,
      })),
  );
  const [first] = candidates.sort(
    (a, b) => a.cost[0] - b.cost[0] || a.cost[1] - b.cost[1] || a.cost[2] - b.cost[2],
  );
  return first;
}

/** Reports whether an input contains a timestamp. */
export function hasTimestamp(
  operation: OperationPlan,
  input: NodeObject,
  plan: ServicePlan,
): boolean {
  if (operation.input.kind === "unit") return false;
  const { id, typeName } = operation.input;
  return holdsTimestamp(input, { kind: "named", shape: id, of: "structure", typeName }, plan);
}

function holdsTimestamp(value: NodeValue, type: ValueType, plan: ServicePlan): boolean {
  if (type.kind === "timestamp") return true;
  if (isNodeArray(value)) {
    const element = elementTypes(type).value;
    return element !== undefined && value.some((item) => holdsTimestamp(item, element, plan));
  }
  if (!isNodeObject(value)) return false;
  return Object.entries(value).some(([key, item]) => {
    const of = memberType(type, key, plan);
    return of !== undefined && holdsTimestamp(item, of, plan);
  });
}
