import { numberOf, readPattern, stringOf } from "@tinsmith/smithy";
import type { MemberShape, Model, Shape, Traits } from "@tinsmith/smithy";
import {
  enumTrait,
  enumValueTrait,
  hasTrait,
  internalTrait,
  lengthTrait,
  patternTrait,
  rangeTrait,
  requiredTrait,
  trait,
  uniqueItemsTrait,
} from "@tinsmith/smithy/traits";
import type { TraitDescriptor } from "@tinsmith/smithy/traits";
import type { Refinements } from "./trait-refinements.js";
import type { NumberType } from "./value-type.js";

/** Bounds, both inclusive; one of them may be missing. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * The constraint traits of a member (Smithy specification, "Constraint traits"). A trait on the
 * member takes precedence over the same trait on its target.
 */
export interface Constraints {
  readonly required?: true;
  /** True if null is a valid value, different from a missing one. */
  readonly nullable?: true;
  /** The length of strings in code points, of blobs in bytes, of lists and maps in entries. */
  readonly length?: Bounds;
  readonly range?: Bounds;
  /** A JavaScript regular expression for flag `u` that must match somewhere in the string. */
  readonly pattern?: string;
  /** The pattern as written in the model, if it is not valid JavaScript: for documentation. */
  readonly modelPattern?: string;
  readonly uniqueItems?: true;
  readonly enum?: readonly string[];
  /** Values other than those of `enum` or `intEnum` are valid too. */
  readonly openEnum?: true;
  /** Internal values of `enum`: a server accepts them, but does not list them in errors. */
  readonly internalValues?: readonly string[];
  readonly intEnum?: readonly number[];
  /** The kind of number, which schemas do not contain: a server rejects 1.5 for an integer. */
  readonly number?: NumberType | "intEnum";
}

/** The effective constraints of a member. */
export function planConstraints(
  model: Model,
  member: MemberShape,
  refinements: Refinements,
): Constraints {
  const constraints = constraintsOf(model.getShape(member.target), member.traits, refinements);
  return isNullable(model, member, refinements) ? { ...constraints, nullable: true } : constraints;
}

/** Plans the constraints of a shape itself, which apply wherever its values occur. */
export function planShapeConstraints(shape: Shape, refinements: Refinements): Constraints {
  return constraintsOf(shape, noTraits, refinements);
}

/**
 * Returns whether null is a valid value of a member. Only members of structures can accept null.
 */
export function isNullable(model: Model, member: MemberShape, refinements: Refinements): boolean {
  if (model.getShape(member.container)?.type !== "structure") return false;
  const target = model.getShape(member.target);
  return (
    refinements.isNullable(member.traits) ||
    (target !== undefined && refinements.isNullable(target.traits))
  );
}

const noTraits: Traits = new Map();

function constraintsOf(
  target: Shape | undefined,
  memberTraits: Traits,
  refinements: Refinements,
): Constraints {
  const effective = <Value>(descriptor: TraitDescriptor<Value>) =>
    trait(memberTraits, descriptor) ?? trait(target, descriptor);
  const length = bounds(effective(lengthTrait));
  const range = bounds(effective(rangeTrait));
  const pattern =
    effective(patternTrait) ??
    refinements.patternOf(memberTraits) ??
    (target && refinements.patternOf(target.traits));
  const values = target === undefined ? undefined : enumValues(target, memberTraits);
  return {
    ...(hasTrait(memberTraits, requiredTrait) && { required: true }),
    ...(length !== undefined && { length }),
    ...(range !== undefined && { range }),
    ...(pattern !== undefined && patternConstraints(pattern)),
    ...(effective(uniqueItemsTrait) !== undefined && { uniqueItems: true }),
    ...values,
    ...(values !== undefined &&
      Object.keys(values).length > 0 &&
      refinements.isOpenEnum(target?.traits ?? noTraits) && { openEnum: true }),
    ...numberOfKind(target),
  };
}

/** A pattern that JavaScript cannot express is not enforced; validation warns about it. */
function patternConstraints(pattern: string): Pick<Constraints, "pattern" | "modelPattern"> {
  const reading = readPattern(pattern);
  if (reading.kind !== "regExp") return { modelPattern: pattern };
  const { source } = reading;
  return { pattern: source, ...(source !== pattern && { modelPattern: pattern }) };
}

function numberOfKind(target: Shape | undefined): Pick<Constraints, "number"> {
  switch (target?.type) {
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "intEnum":
      return { number: target.type };
    default:
      return {};
  }
}

function bounds(
  value: { readonly min?: number; readonly max?: number } | undefined,
): Bounds | undefined {
  if (value === undefined) return undefined;
  const { min, max } = value;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function enumValues(
  target: Shape,
  memberTraits: Traits,
): Pick<Constraints, "enum" | "internalValues" | "intEnum"> {
  if (target.type === "enum") {
    const members = [...target.members.values()];
    return {
      enum: members.map(enumValue),
      ...internalValues(
        members.filter(({ traits }) => hasTrait(traits, internalTrait)).map(enumValue),
      ),
    };
  }
  if (target.type === "intEnum") {
    return { intEnum: [...target.members.values()].map((member) => intEnumValue(member)) };
  }
  // A string of Smithy 1.0 keeps its values in a trait, which may also be on the member.
  const entries = trait(memberTraits, enumTrait) ?? trait(target, enumTrait) ?? [];
  const values = entries.map(({ value }) => value);
  // The trait has no property for other traits: a tag marks internal values.
  const internal = entries
    .filter(({ tags = [] }) => tags.includes("internal"))
    .map(({ value }) => value);
  return values.length > 0 ? { enum: values, ...internalValues(internal) } : {};
}

function internalValues(values: readonly string[]): Pick<Constraints, "internalValues"> {
  return values.length > 0 ? { internalValues: values } : {};
}

/** Returns the value of an enum member: `@enumValue`, or else the member's name. */
export function enumValue(member: MemberShape): string {
  return stringOf(trait(member, enumValueTrait)) ?? member.name;
}

/** Returns the value of an intEnum member, which is required in a valid model. */
export function intEnumValue(member: MemberShape): number {
  return numberOf(trait(member, enumValueTrait)) ?? 0;
}
