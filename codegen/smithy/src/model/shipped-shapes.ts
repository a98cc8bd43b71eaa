import type { Shape } from "./model.js";

const shipped = new WeakSet<Shape>();

/** Marks shapes of the prelude and the trait libraries that are as this package ships them. */
export function markShipped(shapes: Iterable<Shape>): void {
  for (const shape of shapes) shipped.add(shape);
}

/**
 * Whether a shape is one of the prelude or of a trait library, and no source adds to it. Like the
 * places of traits that is no part of the model: a shape that was made anew is the model's own.
 */
export const isShipped = (shape: Shape): boolean => shipped.has(shape);
