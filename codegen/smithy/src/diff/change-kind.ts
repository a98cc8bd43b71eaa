import { valuesEqual } from "./compared-value.js";
import type { ComparedValue } from "./compared-value.js";

/** The kind of change of a trait, or of a part of its value. */
export type ChangeKind = "add" | "remove" | "update";

/** Every kind of change. */
export const changeKinds: readonly ChangeKind[] = ["add", "remove", "update"];

/** The kind of a change; `undefined` if the values are equal. */
export function changeKind(
  before: ComparedValue | undefined,
  after: ComparedValue | undefined,
): ChangeKind | undefined {
  if (before === undefined) return after === undefined ? undefined : "add";
  if (after === undefined) return "remove";
  return valuesEqual(before, after) ? undefined : "update";
}
