/**
 * The numeric type of a member. Schemas have only one type for all numbers.
 *
 * @public
 */
export type NumberKind = "byte" | "short" | "integer" | "long" | "float" | "double" | "intEnum";

/**
 * The constraints of one member. Its own traits override those of its target
 * (Smithy specification, "Constraint traits").
 *
 * @public
 */
export interface MemberConstraints {
  readonly required?: boolean;
  /** Null is a valid value, which differs from a missing one. */
  readonly nullable?: boolean;
  /**
   * Bounds for the code points of a string, the bytes of a blob, or the entries of a list or map.
   */
  readonly length?: Bounds;
  readonly range?: Bounds;
  /**
   * The regular expression from the model. It may match any part of the text unless it has anchors.
   */
  readonly pattern?: string;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly string[];
  /** Values other than those of `enum` or `intEnum` are valid, too. */
  readonly openEnum?: boolean;
  /** Values of the enum that are accepted but not listed in messages. */
  readonly internalValues?: readonly string[];
  readonly intEnum?: readonly number[];
  /** The numeric type, by which protocols reject values and samples are generated. */
  readonly number?: NumberKind;
}

/**
 * Inclusive bounds; one of them may be absent.
 *
 * @public
 */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * The constraints of a shape's members by name. A list has `member`, a map has `key` and `value`.
 *
 * @public
 */
export type ShapeConstraints = Readonly<Record<string, MemberConstraints>>;

/**
 * Constraints by the name of a shape. The length of a list or map is a constraint of each member
 * that targets it.
 *
 * @public
 */
export type Constraints = Readonly<Record<string, ShapeConstraints>>;

/** Returns the constraints of one member. Ignores properties inherited from `Object.prototype`. */
export const constraintsOf = (
  constraints: Constraints,
  container: string | undefined,
  member: string,
): MemberConstraints => own(own(constraints, container ?? ""), member) ?? {};

const own = <Value>(
  object: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined => (object && Object.hasOwn(object, key) ? object[key] : undefined);
