import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { inheritedNames } from "../../code/inherited-names.js";

/** Reports whether the input can be omitted, because all of its members are optional. */
export function hasOptionalInput(plan: ServicePlan, { input }: OperationPlan): boolean {
  if (input.kind === "unit") return true;
  const shape = plan.shapesById.get(input.id);
  return shape?.kind === "structure" && shape.members.every((member) => !member.required);
}

/**
 * Reports whether the input has a member that every object inherits. `{}` does not match the type
 * of such an input.
 */
export function hasInheritedNames(plan: ServicePlan, { input }: OperationPlan): boolean {
  const shape = input.kind === "unit" ? undefined : plan.shapesById.get(input.id);
  return shape?.kind === "structure" && shape.members.some(({ name }) => inheritedNames.has(name));
}
