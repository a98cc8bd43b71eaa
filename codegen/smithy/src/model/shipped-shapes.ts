import type { Shape } from "./model.js";

const shipped = new WeakSet<Shape>();

/**
 * Marks shapes of the prelude and the trait libraries that are exactly as this package ships them.
 */
export function markShipped(shapes: Iterable<Shape>): void {
  for (const shape of shapes) shipped.add(shape);
}

/**
 * Returns whether a shape belongs to the prelude or a trait library and no source adds to it. The
 * mark is not part of the model, like the places of traits: a shape that a transform rebuilds loses
 * the mark and counts as the model's own.
 */
export const isShipped = (shape: Shape): boolean => shipped.has(shape);
