import type { MemberShape, Shape } from "./model.js";

/** The members of a shape in the order of the model; empty for a shape without members. */
export function membersOf(shape: Shape | undefined): readonly MemberShape[] {
  if (shape === undefined) return [];
  if (shape.type === "list") return [shape.member];
  if (shape.type === "map") return [shape.key, shape.value];
  return "members" in shape ? [...shape.members.values()] : [];
}
