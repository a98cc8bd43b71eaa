import type { Model, NodeValue, Shape, ShapeId } from "../model/model.js";
import { isNodeArray, isNodeObject, stringOf, stringsOf } from "../model/node-value.js";
import { shapeNamespace } from "../model/shape-id.js";
import { NeighborIndex } from "./neighbors.js";
import { parseSelector } from "./selector.js";
import { SelectorSyntaxError } from "./selector-syntax.js";

/** A closure that the metadata `shapeClosures` defines. */
export interface ShapeClosure {
  readonly id: string;
  /** The shapes that it names, and all that they refer to. */
  readonly shapes: ReadonlySet<Shape>;
  /** New names by shape. */
  readonly rename: ReadonlyMap<ShapeId, string>;
}

/**
 * Returns the closures that a model defines
 * (https://smithy.io/2.0/spec/shape-closures.html), by their ids.
 */
export function shapeClosures(model: Model): ReadonlyMap<string, ShapeClosure> {
  const written = model.metadata["shapeClosures"];
  const closures = isNodeArray(written) ? written.filter(isNodeObject) : [];
  return new Map(
    closures.map((closure) => {
      const id = stringOf(closure["id"]) ?? "";
      return [id, { id, shapes: shapesOf(model, closure), rename: renamesOf(closure["rename"]) }];
    }),
  );
}

/** Returns the message for an unknown closure, which lists the closures that the model defines. */
export function unknownClosure(id: string, closures: ReadonlyMap<string, ShapeClosure>): string {
  const known = [...closures.keys()].join(", ");
  const advice =
    known === "" ? 'The metadata "shapeClosures" defines none.' : `Expected one of: ${known}.`;
  return `unknown closure ${JSON.stringify(id)}. ${advice}`;
}

function shapesOf(model: Model, closure: { readonly [key: string]: NodeValue }) {
  const namespaces = new Set(stringsOf(closure["includeNamespaces"]));
  const roots = new Set([
    ...[...model.shapes.values()].filter(({ id }) => namespaces.has(shapeNamespace(id))),
    ...selected(model, stringOf(closure["includeBySelector"])),
  ]);
  return new Set([...roots, ...NeighborIndex.of(model).reachFromAll(roots)]);
}

/**
 * Returns the shapes that a selector yields. An invalid selector yields none, because validation
 * reports it.
 */
function selected(model: Model, selector: string | undefined): readonly Shape[] {
  if (selector === undefined) return [];
  try {
    return parseSelector(selector).select(model);
  } catch (error) {
    if (error instanceof SelectorSyntaxError) return [];
    throw error;
  }
}

const renamesOf = (rename: NodeValue | undefined): ReadonlyMap<ShapeId, string> =>
  new Map(
    Object.entries(isNodeObject(rename) ? rename : {}).flatMap(([id, name]) =>
      typeof name === "string" ? [[id, name] as const] : [],
    ),
  );
