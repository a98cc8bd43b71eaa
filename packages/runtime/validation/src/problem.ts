import type { Bounds } from "./constraints.js";

/**
 * A problem of one value as data. Each caller words its own message.
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
  /** None or several members of a union are set. */
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
  /** True if the problem is the last key of the path itself, not the value under this key. */
  readonly inKey: boolean;
  readonly problem: Problem;
}
