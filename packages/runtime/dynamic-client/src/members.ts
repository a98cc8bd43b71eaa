import type { MemberShape, Model, ShapeId } from "@tinsmith/smithy";

/** The members of a structure; none of anything else. */
export const membersOf = (model: Model, id: ShapeId): readonly MemberShape[] => {
  const shape = model.getShape(id);
  return shape?.type === "structure" ? [...shape.members.values()] : [];
};
