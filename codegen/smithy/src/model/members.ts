import type { MemberShape, Model, Shape, ShapeId } from "./model.js";

/** The members of a shape in the order of the model; none of a shape without members. */
export function membersOf(shape: Shape | undefined): readonly MemberShape[] {
  if (shape === undefined) return [];
  if (shape.type === "list") return [shape.member];
  if (shape.type === "map") return [shape.key, shape.value];
  return "members" in shape ? [...shape.members.values()] : [];
}

/** The members of the structure with an id, such as the input of an operation; none of anything else. */
export function structureMembers(model: Model, id: ShapeId): readonly MemberShape[] {
  const shape = model.getShape(id);
  return shape?.type === "structure" ? membersOf(shape) : [];
}

/** True for a member that a shape has from a mixin. */
export function isInherited(member: MemberShape): boolean {
  return member.mixins.length > 0;
}
