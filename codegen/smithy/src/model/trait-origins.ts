import type { Span } from "../source/source-file.js";
import type { ValueNode } from "../syntax/nodes.js";
import type { Shape, ShapeId, Traits } from "./model.js";

/** Where a trait is written. */
export interface TraitOrigin {
  readonly span?: Span | undefined;
  readonly syntax?: ValueNode | undefined;
}

/**
 * Beside the model, not in it: a model read from text and the same one read from a JSON AST are
 * equal, and only who wants to point at something asks for places.
 */
const origins = new WeakMap<Traits, ReadonlyMap<ShapeId, TraitOrigin>>();

export function recordOrigins(traits: Traits, from: ReadonlyMap<ShapeId, TraitOrigin>): void {
  origins.set(traits, from);
}

/**
 * Where a trait of a shape is written, or the part of its value at `path` (keys and indexes).
 * Falls back to the innermost place that is known: the value, the trait, the shape.
 */
export function traitSpan(
  shape: Shape,
  trait: ShapeId,
  path: readonly (string | number)[] = [],
): Span | undefined {
  const origin = origins.get(shape.traits)?.get(trait);
  if (!origin?.span) return shape.span;
  if (path.length === 0 || !origin.syntax) return origin.span;
  const { start, end } = nodeAt(origin.syntax, path);
  return { file: origin.span.file, start, end };
}

function nodeAt(root: ValueNode, path: readonly (string | number)[]): ValueNode {
  let node = root;
  for (const step of path) {
    const next = childOf(node, step);
    if (!next) return node;
    node = next;
  }
  return node;
}

function childOf(node: ValueNode, step: string | number): ValueNode | undefined {
  if (node.kind === "array") return typeof step === "number" ? node.items[step] : undefined;
  if (node.kind !== "object") return undefined;
  return node.entries.find(
    ({ key }) => (key.kind === "string" ? key.value : key.text) === String(step),
  )?.value;
}
