import type { Span } from "../source/source-file.js";
import type { NodeValue, Shape, ShapeId, Traits } from "./model.js";

/**
 * A value as it is written, as far as its places and digits go. The nodes of syntax trees have this
 * form; the model does not know them.
 */
export type WrittenValue =
  | (WrittenPlace & { readonly kind: "array"; readonly items: readonly WrittenValue[] })
  | (WrittenPlace & { readonly kind: "object"; readonly entries: readonly WrittenEntry[] })
  | (WrittenPlace & {
      readonly kind: "number";
      readonly value: number;
      readonly digits?: string;
    })
  | (WrittenPlace & { readonly kind: "string" | "keyword" | "shapeId" | "missingValue" });

interface WrittenPlace {
  readonly start: number;
  readonly end: number;
}

interface WrittenEntry {
  readonly key:
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "identifier"; readonly text: string };
  readonly value: WrittenValue;
}

/** Where a trait is written. */
export interface TraitOrigin {
  readonly span?: Span | undefined;
  readonly syntax?: WrittenValue | undefined;
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

function nodeAt(root: WrittenValue, path: readonly (string | number)[]): WrittenValue {
  let node = root;
  for (const step of path) {
    const next = childOf(node, step);
    if (!next) return node;
    node = next;
  }
  return node;
}

function childOf(node: WrittenValue, step: string | number): WrittenValue | undefined {
  if (node.kind === "array") return typeof step === "number" ? node.items[step] : undefined;
  if (node.kind !== "object") return undefined;
  return node.entries.find(
    ({ key }) => (key.kind === "string" ? key.value : key.text) === String(step),
  )?.value;
}
