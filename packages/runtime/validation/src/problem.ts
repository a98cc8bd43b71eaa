import type { Bounds } from "./constraints.js";

/**
 * What is wrong with one value, as data: each caller has words of its own for it.
 *
 * @internal
 */
export type Problem =
  /** A required value that is not there. */
  | { readonly kind: "missing" }
  /** A member that the structure does not have. */
  | { readonly kind: "unexpected" }
  /** A value of another type. `expected` has its article: `a string`. */
  | { readonly kind: "type"; readonly expected: string; readonly value: unknown }
  /** A union of which not exactly one member is set. */
  | { readonly kind: "union"; readonly members: readonly string[]; readonly set: readonly string[] }
  | { readonly kind: "length"; readonly length: number; readonly bounds: Bounds }
  | { readonly kind: "range"; readonly bounds: Bounds }
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "enum"; readonly values: readonly (string | number)[] }
  | { readonly kind: "uniqueItems" };

/**
 * A problem and where it is.
 *
 * @internal
 */
export interface Violation {
  /** Names of members, keys of maps and indexes of lists, from the value that was checked. */
  readonly path: readonly (string | number)[];
  /** It is the last key of the path itself that is wrong, not what stands there. */
  readonly inKey: boolean;
  readonly problem: Problem;
}
