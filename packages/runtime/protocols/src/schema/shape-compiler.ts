import type { $SchemaRef } from "@smithy/types";
import {
  Sentinel,
  idOf,
  isError,
  isList,
  isMap,
  isStructure,
  isUnion,
  listMemberOf,
  mapValueOf,
  nameOf,
  resolveSchema,
} from "@tinsmith/schema";
import type { MemberedSchema } from "@tinsmith/schema";
import type { NumberKind, NumberKinds } from "../protocol.js";

/** Functions that compile each kind of shape to a reader or a writer. */
export interface ShapeParts<Compiled> {
  /** Compiles a simple shape, given its sentinel. */
  scalar(sentinel: number, kind: NumberKind | undefined): Compiled;
  /** `nulls` is true if the list may contain null. */
  list(element: Compiled, nulls: boolean): Compiled;
  map(value: Compiled, nulls: boolean): Compiled;
  structure(schema: MemberedSchema): Compiled;
  union(schema: MemberedSchema): Compiled;
  /** Delays compilation until first use, because an element may refer back to its container. */
  later(compile: () => Compiled): Compiled;
}

/** Compiles the target of a reference. If it is a number, `kind` is its numeric type. */
export type CompileShape<Compiled> = (reference: $SchemaRef, kind?: NumberKind) => Compiled;

/** Replaces the compilation of some kinds of shapes. `compile` compiles any shape. */
export type ReplaceShapes<Compiled> = (
  usual: ShapeParts<Compiled>,
  compile: CompileShape<Compiled>,
) => ShapeParts<Compiled>;

/** Returns true if the reference leads to a document, for which null is an ordinary value. */
export const isDocument = (reference: $SchemaRef): boolean =>
  resolveSchema(reference).schema === Sentinel.document;

/**
 * Compiles each shape once, on first use. `kinds` has the numeric types of list and map elements.
 */
export function createShapeCompiler<Compiled>(
  { scalar, list, map, structure, union, later }: ShapeParts<Compiled>,
  kinds?: NumberKinds,
): CompileShape<Compiled> {
  const compiled = new WeakMap<object, Compiled>();

  const compile: CompileShape<Compiled> = (reference, kind) => {
    const { schema, traits } = resolveSchema(reference);
    if (typeof schema === "number") {
      const element = schema % Sentinel.list;
      if (schema >= Sentinel.map) return map(scalar(element, kind), isDocument(element));
      if (schema >= Sentinel.list) return list(scalar(element, kind), isDocument(element));
      return scalar(schema, kind);
    }
    const known = compiled.get(schema);
    if (known) return known;
    const made = compileShape(schema, traits.sparse === 1);
    compiled.set(schema, made);
    return made;
  };

  const compileShape = (
    schema: Exclude<ReturnType<typeof resolveSchema>["schema"], number>,
    sparse: boolean,
  ): Compiled => {
    const inside = (reference: $SchemaRef, member: string): Compiled =>
      later(() => compile(reference, kinds?.[nameOf(schema)]?.[member]?.number));
    if (isList(schema)) {
      const member = listMemberOf(schema);
      return list(inside(member, "member"), sparse || isDocument(member));
    }
    if (isMap(schema)) {
      const value = mapValueOf(schema);
      return map(inside(value, "value"), sparse || isDocument(value));
    }
    if (isUnion(schema)) return union(schema);
    if (isStructure(schema) || isError(schema)) return structure(schema);
    throw new TypeError(`${idOf(schema)} is not a data shape.`);
  };

  return compile;
}
