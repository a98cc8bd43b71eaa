import type { Shape } from "./model.js";

const shipped = new WeakSet<Shape>();

/**
 * Marks shapes of the prelude and the trait libraries that are exactly as this package ships them.
 */
export function markShipped(shapes: Iterable<Shape>): void {
  for (const shape of shapes) shipped.add(shape);
}

/**
 * Returns whether a shape belongs to the prelude or a trait library and no source adds to it. Like
 * the places of traits, the mark is not part of the model: a shape that was rebuilt belongs to the
 * model itself.
 */
export const isShipped = (shape: Shape): boolean => shipped.has(shape);
