import type { Span } from "../source/source-file.js";
import type { Shape } from "./model.js";

const boxes = new WeakMap<Shape, Span>();

/** Marks a shape or member that its source declares as `@box`, the form of 1.0. */
export function markBox(shape: Shape, span: Span): void {
  boxes.set(shape, span);
}

/**
 * Returns the place of the trait `@box` on a shape, if its source has it. The mark is not part of
 * the model, where `@default` has the same meaning.
 */
export const writtenBox = (shape: Shape): Span | undefined => boxes.get(shape);
