import type { ShapeId, Traits } from "@tinsmith/smithy";

/**
 * The traits of a protocol that change which values are valid. Types, validators and the checks of
 * servers apply them like the constraint traits of Smithy.
 */
export interface TraitRefinements {
  /**
   * Regular expressions (flag `u`) that strings with a trait must match, by trait. A `@pattern`
   * takes precedence.
   */
  readonly patterns?: Readonly<Record<ShapeId, string>>;
  /** Traits of enums that accept values outside of the model. */
  readonly openEnums?: readonly ShapeId[];
  /**
   * Traits of structure members, or of their targets, that distinguish null from a missing value.
   */
  readonly nullable?: readonly ShapeId[];
  /**
   * Traits of unions whose messages do not name the member: readers take the first member whose
   * value is valid. The schemas of these unions have the constraints of all shapes that they reach,
   * as `constraints`.
   */
  readonly untaggedUnions?: readonly ShapeId[];
}

/** The refinements of all protocols of a service. */
export interface Refinements {
  /**
   * Returns the pattern that the traits of a string determine. The traits of a member take
   * precedence over those of its target.
   */
  patternOf(traits: Traits): string | undefined;
  isOpenEnum(traits: Traits): boolean;
  isNullable(traits: Traits): boolean;
  isUntagged(traits: Traits): boolean;
}

/** Combines the refinements of several protocols. */
export function combineRefinements(all: readonly TraitRefinements[]): Refinements {
  const patterns = new Map(all.flatMap(({ patterns = {} }) => Object.entries(patterns)));
  const test = (ids: readonly ShapeId[]) => (traits: Traits) => ids.some((id) => traits.has(id));
  return {
    patternOf: (traits) => {
      for (const [id, pattern] of patterns) if (traits.has(id)) return pattern;
      return undefined;
    },
    isOpenEnum: test(all.flatMap(({ openEnums = [] }) => openEnums)),
    isNullable: test(all.flatMap(({ nullable = [] }) => nullable)),
    isUntagged: test(all.flatMap(({ untaggedUnions = [] }) => untaggedUnions)),
  };
}
