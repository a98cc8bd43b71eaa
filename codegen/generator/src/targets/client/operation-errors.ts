import type { ShapeId } from "@tinsmith/smithy";
import type { OperationPlan, ServicePlan, StructurePlan } from "@tinsmith/service";

/** The errors of an operation, those of its service and of the stream of events in its output included. */
export function errorsOf(plan: ServicePlan, operation: OperationPlan): readonly StructurePlan[] {
  const ids = new Set([...operation.errors, ...streamErrors(plan, operation)]);
  return [...ids].flatMap((id) => {
    const shape = plan.shapesById.get(id);
    return shape?.kind === "structure" ? shape : [];
  });
}

function streamErrors(plan: ServicePlan, { outputEventStream }: OperationPlan): readonly ShapeId[] {
  const union = outputEventStream && plan.shapesById.get(outputEventStream.union);
  if (union?.kind !== "union") return [];
  return union.members.flatMap(({ type }) => {
    const shape = type.kind === "named" ? plan.shapesById.get(type.shape) : undefined;
    return shape?.kind === "structure" && shape.error !== undefined ? shape.id : [];
  });
}
