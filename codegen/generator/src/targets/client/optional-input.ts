import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { inheritedNames } from "../../code/inherited-names.js";

/** Where every member of the input is optional, there may be no input at all. */
export function hasOptionalInput(plan: ServicePlan, { input }: OperationPlan): boolean {
  if (input.kind === "unit") return true;
  const shape = plan.shapesById.get(input.id);
  return shape?.kind === "structure" && shape.members.every((member) => !member.required);
}

/** Whether the input has a member that every object seems to have: then `{}` is not of its type. */
export function hasInheritedNames(plan: ServicePlan, { input }: OperationPlan): boolean {
  const shape = input.kind === "unit" ? undefined : plan.shapesById.get(input.id);
  return shape?.kind === "structure" && shape.members.some(({ name }) => inheritedNames.has(name));
}
