import type { NumberKind } from "@tinsmith/protocols";

/**
 * What the model demands of one member: its own constraint traits over those of its target
 * (Smithy specification, "Constraint traits").
 */
export interface MemberConstraints {
  readonly required?: boolean;
  readonly length?: Bounds;
  readonly range?: Bounds;
  /** The regular expression as the model has it: not anchored unless it says so. */
  readonly pattern?: string;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly string[];
  /** Those of the enum's values that are taken and told to nobody. */
  readonly internalValues?: readonly string[];
  readonly intEnum?: readonly number[];
  /** Which kind of number it is: what its protocol refuses and its samples keep to. */
  readonly number?: NumberKind;
}

/** Both ends are inclusive; one may be absent. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * Constraints by container shape and member. A list's member is under `member`, a map's under
 * `key` and `value`; the length of a list or map is with each member that targets it.
 */
export type Constraints = Readonly<Record<string, Readonly<Record<string, MemberConstraints>>>>;
