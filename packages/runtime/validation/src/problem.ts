import type { Bounds } from "./constraints.js";

/**
 * A problem of one value, as data. Each caller formats its messages.
 *
 * @internal
 */
export type Problem =
  /** A required value is missing. */
  | { readonly kind: "missing" }
  /** The structure does not have this member. */
  | { readonly kind: "unexpected" }
  /** The value has the wrong type. `expected` includes an article, as in `a string`. */
  | { readonly kind: "type"; readonly expected: string; readonly value: unknown }
  /** No member, or more than one member, of a union is set. */
  | { readonly kind: "union"; readonly members: readonly string[]; readonly set: readonly string[] }
  | { readonly kind: "length"; readonly length: number; readonly bounds: Bounds }
  | { readonly kind: "range"; readonly bounds: Bounds }
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "enum"; readonly values: readonly (string | number)[] }
  | { readonly kind: "uniqueItems" };

/**
 * A problem and its position in the value.
 *
 * @internal
 */
export interface Violation {
  /** Names of members, keys of maps and indexes of lists, starting at the checked value. */
  readonly path: readonly (string | number)[];
  /** True if the problem concerns the last key of the path, and not the value of this key. */
  readonly inKey: boolean;
  readonly problem: Problem;
}
