import type { OperationPlan } from "../../plan/operation-plan.js";
import type { ServicePlan } from "../../plan/service-plan.js";

/** Where every member of the input is optional, there may be no input at all. */
export function hasOptionalInput(plan: ServicePlan, { input }: OperationPlan): boolean {
  if (input.kind === "unit") return true;
  const shape = plan.shapesById.get(input.id);
  return shape?.kind === "structure" && shape.members.every((member) => !member.required);
}
