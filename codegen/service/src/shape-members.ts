import type { OperationData } from "./operation-plan.js";
import type { ServicePlan } from "./service-plan.js";
import type { MemberPlan, ShapeLookup, ShapePlan } from "./shape-plan.js";

/** What a shape holds: members, the entries of a list, keys and values of a map. */
export function membersOf(shape: ShapePlan): readonly MemberPlan[] {
  switch (shape.kind) {
    case "structure":
    case "union":
      return shape.members;
    case "list":
      return [shape.member];
    case "map":
      return [shape.key, shape.value];
    case "enum":
    case "intEnum":
    case "simple":
      return [];
  }
}

/** The members of an operation's input or output. */
export function dataMembers(plan: ServicePlan, data: OperationData): readonly MemberPlan[] {
  return dataMembersOf(plan.shapesById, data);
}

/** The same, before there is a plan of the whole service. */
export function dataMembersOf(shapesById: ShapeLookup, data: OperationData): readonly MemberPlan[] {
  const shape = data.kind === "structure" ? shapesById.get(data.id) : undefined;
  return shape?.kind === "structure" ? shape.members : [];
}
