import type { Span } from "../source/source-file.js";
import type { NodeValue, Shape, ShapeId, Traits } from "./model.js";

/**
 * A value as written, reduced to its places and digits. The nodes of syntax trees have this form,
 * so the model does not depend on them.
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

export interface WrittenPlace {
  readonly start: number;
  readonly end: number;
}

interface WrittenEntry {
  readonly key: WrittenPlace &
    (
      | { readonly kind: "string"; readonly value: string }
      | { readonly kind: "identifier"; readonly text: string }
    );
  readonly value: WrittenValue;
}

/** The place where a trait is written. */
export interface TraitOrigin {
  readonly span?: Span | undefined;
  readonly syntax?: WrittenValue | undefined;
}

/**
 * Traits with the places where they are written. The places are not part of the model: a model
 * loaded from IDL and the same one loaded from a JSON AST are equal, and only code that reports a
 * place reads them.
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

/** Creates traits with the places where they are written. */
export const placeTraits = (
  values: Iterable<readonly [ShapeId, NodeValue]>,
  origins: ReadonlyMap<ShapeId, TraitOrigin>,
): Traits => new PlacedTraits(values, origins);

/** Returns where one of these traits is written, if known. */
export const traitOrigin = (traits: Traits, id: ShapeId): TraitOrigin | undefined =>
  PlacedTraits.originOf(traits, id);

/** The path to a part of a value: names of members, indexes, and the key of an entry itself. */
export type ValuePath = readonly (string | number | { readonly key: string })[];

/**
 * Returns the place of a shape's trait or, with `path` (keys and indexes), of a part of its value.
 * Falls back to the innermost place that is known: the value, the trait, the shape.
 */
export function traitSpan(shape: Shape, trait: ShapeId, path: ValuePath = []): Span | undefined {
  const origin = PlacedTraits.originOf(shape.traits, trait);
  if (!origin?.span) return shape.span;
  if (path.length === 0 || !origin.syntax) return origin.span;
  const part = writtenAt(origin.syntax, path);
  // The first key between the parentheses of a trait stands for the trait.
  if (part === origin.syntax || part.start === origin.syntax.start) return origin.span;
  const { start, end } = part;
  return { file: origin.span.file, start, end };
}

/** The innermost known part of a written value on a path. */
export function writtenAt(root: WrittenValue, path: ValuePath): WrittenPlace {
  let node = root;
  for (const step of path) {
    if (typeof step === "object") return entryOf(node, step.key)?.key ?? node;
    const next = childOf(node, step);
    if (!next) return node;
    node = next;
  }
  return node;
}

function childOf(node: WrittenValue, step: string | number): WrittenValue | undefined {
  if (node.kind === "array") return typeof step === "number" ? node.items[step] : undefined;
  return entryOf(node, String(step))?.value;
}

function entryOf(node: WrittenValue, name: string): WrittenEntry | undefined {
  if (node.kind !== "object") return undefined;
  return node.entries.find(({ key }) => (key.kind === "string" ? key.value : key.text) === name);
}
