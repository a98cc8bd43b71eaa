import type { MemberPlan, ServicePlan, ValueType } from "@tinsmith/service";

/** Returns the element types of a list or map; `undefined` for all other types. */
export function elementTypes(type: ValueType): {
  readonly key: ValueType | undefined;
  readonly value: ValueType | undefined;
} {
  if (type.kind === "list") return { key: undefined, value: type.member };
  if (type.kind === "map") return { key: type.key, value: type.value };
  return { key: undefined, value: undefined };
}

/** Returns the members of a structure or union in the order of the model; none for other types. */
export function structureMembers(type: ValueType, plan: ServicePlan): readonly MemberPlan[] {
  if (type.kind !== "named") return [];
  const shape = plan.shapesById.get(type.shape);
  return shape?.kind === "structure" || shape?.kind === "union" ? shape.members : [];
}

/** Returns the type of the value for a key: the type of a member, or of the values of a map. */
export function memberType(type: ValueType, key: string, plan: ServicePlan): ValueType | undefined {
  if (type.kind === "map") return type.value;
  return structureMembers(type, plan).find(({ name }) => name === key)?.type;
}
