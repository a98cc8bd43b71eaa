import type { MemberShape, Model, NodeValue, ShapeType } from "../model/model.js";
import { addedDefaultTrait, defaultTrait, hasTrait } from "../traits/index.js";

const numbers: ReadonlySet<ShapeType> = new Set<ShapeType>([
  "byte",
  "short",
  "integer",
  "intEnum",
  "long",
  "float",
  "double",
]);

/** True for the types that had a zero value in Smithy 1.0 unless they were boxed. */
const hadZero = (type: ShapeType): boolean => type === "boolean" || numbers.has(type);

/** True for the value that members had in Smithy 1.0 if a message did not contain them. */
export const isZeroValue = (value: NodeValue | undefined, type: ShapeType): boolean =>
  type === "boolean" ? value === false : numbers.has(type) && value === 0;

/**
 * Returns whether Smithy 1.0 would call a member boxed. The reference implementation marks such
 * members, so a change of the mark counts as a change of the member.
 */
export function isBoxed(member: MemberShape, model: Model): boolean {
  if (model.getShape(member.container)?.type !== "structure") return false;
  const target = model.getShape(member.target);
  if (target === undefined || !hadZero(target.type)) return false;
  const value = member.traits.get(defaultTrait.id);
  if (isZeroValue(value, target.type)) return false;
  if (value === null) return true;
  return (
    hasTrait(member, addedDefaultTrait) &&
    isZeroValue(target.traits.get(defaultTrait.id), target.type)
  );
}
