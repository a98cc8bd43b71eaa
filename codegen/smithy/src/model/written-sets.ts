import type { Shape } from "./model.js";

const sets = new WeakSet<Shape>();

/** Marks a list that its source declares as a `set`, the form of 1.0. */
export function markSet(shape: Shape): void {
  sets.add(shape);
}

/**
 * Returns whether a list is declared as a `set`. Like the places of traits, the mark is not part of
 * the model, in which such a list has `@uniqueItems`.
 */
export const isWrittenAsSet = (shape: Shape): boolean => sets.has(shape);
