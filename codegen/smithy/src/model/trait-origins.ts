import type { Span } from "../source/source-file.js";
import type { ValueNode } from "../syntax/nodes.js";
import type { NodeValue, Shape, ShapeId, Traits } from "./model.js";

/** Where a trait is written. */
export interface TraitOrigin {
  readonly span?: Span | undefined;
  readonly syntax?: ValueNode | undefined;
}

/**
 * Traits that know where they are written. The places are no part of the model: a model read from
 * text and the same one read from a JSON AST are equal, and only who wants to point at something
 * asks for them.
 */
class PlacedTraits extends Map<ShapeId, NodeValue> {
  readonly #origins: ReadonlyMap<ShapeId, TraitOrigin>;

  constructor(
    values: Iterable<readonly [ShapeId, NodeValue]>,
    origins: ReadonlyMap<ShapeId, TraitOrigin>,
  ) {
    super(values);
    this.#origins = origins;
  }

  static originOf(traits: Traits, id: ShapeId): TraitOrigin | undefined {
    return #origins in traits ? traits.#origins.get(id) : undefined;
  }
}

/** Traits with the places where they are written. */
export const placeTraits = (
  values: Iterable<readonly [ShapeId, NodeValue]>,
  origins: ReadonlyMap<ShapeId, TraitOrigin>,
): Traits => new PlacedTraits(values, origins);

/** Where a trait among these is written, if they know. */
export const traitOrigin = (traits: Traits, id: ShapeId): TraitOrigin | undefined =>
  PlacedTraits.originOf(traits, id);

/**
 * Where a trait of a shape is written, or the part of its value at `path` (keys and indexes).
 * Falls back to the innermost place that is known: the value, the trait, the shape.
 */
export function traitSpan(
  shape: Shape,
  trait: ShapeId,
  path: readonly (string | number)[] = [],
): Span | undefined {
  const origin = PlacedTraits.originOf(shape.traits, trait);
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
