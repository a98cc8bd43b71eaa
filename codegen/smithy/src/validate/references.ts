import type { Shape, ShapeId } from "../model/model.js";
import { relationshipsOf } from "../select/relationships.js";

/** What a shape names in the model: its relationships to other shapes, without those to its members. */
export function referencesOf(shape: Shape): readonly (readonly [string, ShapeId])[] {
  return relationshipsOf(shape).filter(
    ([relationship]) => relationship !== "member" && relationship !== "instanceOperation",
  );
}
