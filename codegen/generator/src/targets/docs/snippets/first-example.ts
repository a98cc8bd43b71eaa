import { isNodeArray, isNodeObject } from "@tinsmith/smithy";
import type { NodeValue } from "@tinsmith/smithy";
import type { ExamplePlan, OperationPlan, ServicePlan, ValueType } from "@tinsmith/service";
import { elementTypes, memberType } from "./value-walk.js";

/**
 * Returns the example for a first call: one that succeeds, without timestamps, which a server may
 * reject as too old, and with the shortest input of these.
 */
export function firstExample(
  plan: ServicePlan,
): { readonly operation: OperationPlan; readonly example: ExamplePlan } | undefined {
  const candidates = plan.operations.flatMap((operation) =>
    operation.examples
      .filter(({ error }) => !error)
      .map((example) => ({
        operation,
        example,
        aging: hasTimestamp(operation, example, plan),
        length: JSON.stringify(example.input ?? {}).length,
      })),
  );
  return candidates.sort((a, b) => Number(a.aging) - Number(b.aging) || a.length - b.length)[0];
}

/** Reports whether the input of an example contains a timestamp. */
export function hasTimestamp(
  operation: OperationPlan,
  { input }: ExamplePlan,
  plan: ServicePlan,
): boolean {
  if (operation.input.kind === "unit" || input === undefined) return false;
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
