import type { Shape, ShapeId } from "../model/model.js";
import { relationshipsOf } from "../select/relationships.js";

/** The shapes that a shape refers to by a relationship, except its members. */
export function referencesOf(shape: Shape): readonly (readonly [string, ShapeId])[] {
  return relationshipsOf(shape).filter(
    ([relationship]) => relationship !== "member" && relationship !== "instanceOperation",
  );
}
