/**
 * Which kind of number a member holds; schemas say only that it is one.
 *
 * @public
 */
export type NumberKind = "byte" | "short" | "integer" | "long" | "float" | "double" | "intEnum";

/**
 * What the model demands of one member: its own constraint traits over those of its target
 * (Smithy specification, "Constraint traits").
 *
 * @public
 */
export interface MemberConstraints {
  readonly required?: boolean;
  /** Whether null is a value of its own, which differs from a missing one. */
  readonly nullable?: boolean;
  /** Code points of a string, bytes of a blob, entries of a list or map. */
  readonly length?: Bounds;
  readonly range?: Bounds;
  /** The regular expression as the model has it: not anchored unless it says so. */
  readonly pattern?: string;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly string[];
  /** Whether values other than those of `enum` or `intEnum` are valid too. */
  readonly openEnum?: boolean;
  /** Those of the enum's values that are taken and told to nobody. */
  readonly internalValues?: readonly string[];
  readonly intEnum?: readonly number[];
  /** Which kind of number it is: what its protocol refuses and its samples keep to. */
  readonly number?: NumberKind;
}

/**
 * Both ends are inclusive; one may be absent.
 *
 * @public
 */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * The constraints of a container's members. A list's member is `member`, a map's are `key` and `value`.
 *
 * @public
 */
export type ShapeConstraints = Readonly<Record<string, MemberConstraints>>;

/**
 * Constraints by container shape and member. The length of a list or map is with each member that
 * targets it.
 *
 * @public
 */
export type Constraints = Readonly<Record<string, ShapeConstraints>>;

/** The constraints of one member; those of a name that every object inherits are not mistaken for it. */
export const constraintsOf = (
  constraints: Constraints,
  container: string | undefined,
  member: string,
): MemberConstraints => own(own(constraints, container ?? ""), member) ?? {};

const own = <Value>(
  object: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined => (object && Object.hasOwn(object, key) ? object[key] : undefined);
