/**
 * The numeric type of a member. Schemas have only one type for all numbers.
 *
 * @public
 */
export type NumberKind = "byte" | "short" | "integer" | "long" | "float" | "double" | "intEnum";

/**
 * The constraints of one member. Traits of the member override those of its target (Smithy
 * specification, "Constraint traits").
 *
 * @public
 */
export interface MemberConstraints {
  readonly required?: boolean;
  /** True if null is a valid value. Null differs from a missing value. */
  readonly nullable?: boolean;
  /**
   * Bounds for the code points of a string, the bytes of a blob, or the entries of a list or map.
   */
  readonly length?: Bounds;
  readonly range?: Bounds;
  /** The regular expression from the model. Without anchors, it may match any part of the text. */
  readonly pattern?: string;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly string[];
  /** True if values other than those of `enum` or `intEnum` are valid, too. */
  readonly openEnum?: boolean;
  /** Enum values that are accepted but not listed in messages. */
  readonly internalValues?: readonly string[];
  readonly intEnum?: readonly number[];
  /**
   * The numeric type. Protocols reject values outside of it, and samples are generated within it.
   */
  readonly number?: NumberKind;
}

/**
 * Inclusive bounds. One of them may be absent.
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
