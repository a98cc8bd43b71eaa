import { hashOfShapeId, inHashOrder } from "../diagnostics/hash-order.js";
import type { Shape, ShapeId, Traits } from "../model/model.js";
import { traitOrigin } from "../model/trait-origins.js";
import { enumTrait } from "../traits/index.js";
import { traitValue } from "./compared-value.js";
import type { ComparedValue } from "./compared-value.js";
import { traitsEqual } from "./traits-equal.js";

/** A trait that differs between two versions of a shape. */
export interface TraitDifference {
  readonly id: ShapeId;
  /** Absent if the trait was added. */
  readonly before?: ComparedValue | undefined;
  /** Absent if the trait was removed. */
  readonly after?: ComparedValue | undefined;
}

/**
 * The traits in which two versions of a shape differ, in the order in which the reference
 * implementation visits them, because some of its messages list several of them.
 */
export function traitDifferences(before: Shape, after: Shape): readonly TraitDifference[] {
  const ids = new Set([...inSourceOrder(before), ...inSourceOrder(after)]);
  const differences = [...ids].flatMap((id) => {
    const difference = { id, before: traitValue(before, id), after: traitValue(after, id) };
    return traitsEqual(difference) || becameEnum(before, after, id) ? [] : [difference];
  });
  const byId = new Map(differences.map((difference) => [difference.id, difference]));
  return inHashOrder(byId.keys(), hashOfShapeId).flatMap((id) => byId.get(id) ?? []);
}

/** The traits of a shape in the order in which they are written. */
const inSourceOrder = ({ traits }: Shape): readonly ShapeId[] =>
  [...traits.keys()].sort((one, other) => startOf(traits, one) - startOf(traits, other));

const startOf = (traits: Traits, id: ShapeId): number => traitOrigin(traits, id)?.span?.start ?? 0;

/**
 * Returns whether the trait `@enum` differs only because the shape changed from a string to an
 * enum, or back.
 */
const becameEnum = (before: Shape, after: Shape, id: ShapeId): boolean =>
  id === enumTrait.id && (before.type === "enum" || after.type === "enum");

/** Returns whether a trait was added. */
export const isAdded = ({ traits }: HasTraits, { id }: HasId): boolean =>
  traits.some((one) => one.id === id && one.before === undefined);

/** Returns whether a trait was removed. */
export const isRemoved = ({ traits }: HasTraits, { id }: HasId): boolean =>
  traits.some((one) => one.id === id && one.after === undefined);

interface HasTraits {
  readonly traits: readonly TraitDifference[];
}

interface HasId {
  readonly id: ShapeId;
}
