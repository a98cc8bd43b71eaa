import type { ShapeId } from "@tinsmith/smithy";
import type { EventStreamPlan, OperationPlan } from "../operation-plan.js";
import type { ShapeLookup, StructurePlan } from "../shape-plan.js";

type CallErrors = Pick<OperationPlan, "errors" | "streamErrors">;

/** Returns the ids of the errors that a call may end with: those of the operation, its service and its stream of events. */
export function errorIdsOfCall({ errors, streamErrors }: CallErrors): readonly ShapeId[] {
  return [...new Set([...errors, ...streamErrors])];
}

/** Returns the errors that a call may end with. */
export function errorsOfCall(
  { shapesById }: { readonly shapesById: ShapeLookup },
  operation: CallErrors,
): readonly StructurePlan[] {
  return errorIdsOfCall(operation).flatMap((id) => {
    const shape = shapesById.get(id);
    return shape?.kind === "structure" ? shape : [];
  });
}

/** Plans the errors that a stream of events may end with. */
export function planStreamErrors(
  shapesById: ShapeLookup,
  stream: EventStreamPlan | undefined,
): readonly ShapeId[] {
  const union = stream && shapesById.get(stream.union);
  if (union?.kind !== "union") return [];
  return union.members.flatMap(({ target }) => {
    const shape = shapesById.get(target);
    return shape?.kind === "structure" && shape.error !== undefined ? shape.id : [];
  });
}
