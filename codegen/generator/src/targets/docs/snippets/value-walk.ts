import type { MemberPlan, ServicePlan, ValueType } from "@tinsmith/service";

/** What a list or map holds; `undefined` for everything else. */
export function elementTypes(type: ValueType): {
  readonly key: ValueType | undefined;
  readonly value: ValueType | undefined;
} {
  if (type.kind === "list") return { key: undefined, value: type.member };
  if (type.kind === "map") return { key: type.key, value: type.value };
  return { key: undefined, value: undefined };
}

/** The members of a structure or union, in the order of the model; none for any other type. */
export function structureMembers(type: ValueType, plan: ServicePlan): readonly MemberPlan[] {
  if (type.kind !== "named") return [];
  const shape = plan.shapesById.get(type.shape);
  return shape?.kind === "structure" || shape?.kind === "union" ? shape.members : [];
}

/** The type behind a key of an object: a member's, or what a map holds. */
export function memberType(type: ValueType, key: string, plan: ServicePlan): ValueType | undefined {
  if (type.kind === "map") return type.value;
  return structureMembers(type, plan).find(({ name }) => name === key)?.type;
}
