import type { ShapeId } from "@tinsmith/smithy";
import type { EventStreamPlan, OperationPlan } from "../operation-plan.js";
import type { ServicePlan } from "../service-plan.js";
import type { ShapePlan, StructurePlan } from "../shape-plan.js";

type ShapesById = ReadonlyMap<ShapeId, ShapePlan>;

/** Returns the errors that a call may end with: those of the operation, its service and its stream of events. */
export function errorsOfCall(
  { shapesById }: Pick<ServicePlan, "shapesById">,
  { errors, streamErrors }: Pick<OperationPlan, "errors" | "streamErrors">,
): readonly StructurePlan[] {
  return [...new Set([...errors, ...streamErrors])].flatMap((id) => {
    const shape = shapesById.get(id);
    return shape?.kind === "structure" ? shape : [];
  });
}

/** Plans the errors that a stream of events may end with. */
export function planStreamErrors(
  shapesById: ShapesById,
  stream: EventStreamPlan | undefined,
): readonly ShapeId[] {
  const union = stream && shapesById.get(stream.union);
  if (union?.kind !== "union") return [];
  return union.members.flatMap(({ target }) => {
    const shape = shapesById.get(target);
    return shape?.kind === "structure" && shape.error !== undefined ? shape.id : [];
  });
}
