import type { OperationPlan } from "../../plan/operation-plan.js";
import type { ServicePlan } from "../../plan/service-plan.js";
import type { StructurePlan } from "../../plan/shape-plan.js";

/** The errors of an operation, its service's included. */
export function errorsOf(plan: ServicePlan, operation: OperationPlan): readonly StructurePlan[] {
  return operation.errors.flatMap((id) => {
    const shape = plan.shapesById.get(id);
    return shape?.kind === "structure" ? shape : [];
  });
}
