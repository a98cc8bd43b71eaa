import { numberOf, readPattern, stringOf } from "@tinsmith/smithy";
import type { MemberShape, Model, NodeValue, Shape, Traits } from "@tinsmith/smithy";
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
import type { NumberType } from "./value-type.js";

/** Bounds, both inclusive; one of them may be missing. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * What the constraint traits demand of a member's value (Smithy specification, "Constraint
 * traits"). A trait on the member stands before the same trait on the shape it targets.
 */
export interface Constraints {
  readonly required?: true;
  /** Of strings in code points, of blobs in bytes, of lists and maps in entries. */
  readonly length?: Bounds;
  readonly range?: Bounds;
  /** A regular expression of JavaScript, for flag `u`, that must match somewhere in the string. */
  readonly pattern?: string;
  /** The pattern in the model's words, where they are not JavaScript's: for documentation. */
  readonly modelPattern?: string;
  readonly uniqueItems?: true;
  readonly enum?: readonly string[];
  /** Those of `enum` that are internal: a server takes them, but does not name them to those who guess. */
  readonly internalValues?: readonly string[];
  readonly intEnum?: readonly number[];
  /** The kind of number, which schemas do not tell: a server refuses 1.5 for an integer. */
  readonly number?: NumberType | "intEnum";
}

/** The effective constraints of a member. */
export function planConstraints(model: Model, member: MemberShape): Constraints {
  return constraintsOf(model.getShape(member.target), member.traits);
}

/** What a shape demands of its values by itself, wherever they stand. */
export function planShapeConstraints(shape: Shape): Constraints {
  return constraintsOf(shape, noTraits);
}

const noTraits: Traits = new Map();

function constraintsOf(target: Shape | undefined, memberTraits: Traits): Constraints {
  const effective = <Value extends NodeValue>(descriptor: TraitDescriptor<Value>) =>
    trait(memberTraits, descriptor) ?? trait(target, descriptor);
  const length = bounds(effective(lengthTrait));
  const range = bounds(effective(rangeTrait));
  const pattern = effective(patternTrait);
  const values = target === undefined ? undefined : enumValues(target, memberTraits);
  return {
    ...(hasTrait(memberTraits, requiredTrait) && { required: true }),
    ...(length !== undefined && { length }),
    ...(range !== undefined && { range }),
    ...(pattern !== undefined && patternConstraints(pattern)),
    ...(effective(uniqueItemsTrait) !== undefined && { uniqueItems: true }),
    ...values,
    ...numberOfKind(target),
  };
}

/** What JavaScript cannot say is not enforced, of which validation warns. */
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
  // The trait has no room for others: there, a tag says it.
  const internal = entries
    .filter(({ tags = [] }) => tags.includes("internal"))
    .map(({ value }) => value);
  return values.length > 0 ? { enum: values, ...internalValues(internal) } : {};
}

function internalValues(values: readonly string[]): Pick<Constraints, "internalValues"> {
  return values.length > 0 ? { internalValues: values } : {};
}

/** The value of an enum's member: `@enumValue`, or else the member's name. */
export function enumValue(member: MemberShape): string {
  return stringOf(trait(member, enumValueTrait)) ?? member.name;
}

/** The value of an intEnum's member, which a valid model always gives. */
export function intEnumValue(member: MemberShape): number {
  return numberOf(trait(member, enumValueTrait)) ?? 0;
}
