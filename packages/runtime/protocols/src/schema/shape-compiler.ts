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

/** How each kind of shape becomes a reader or a writer. */
export interface ShapeParts<Compiled> {
  /** A simple shape, by its sentinel. */
  scalar(sentinel: number, kind: NumberKind | undefined): Compiled;
  /** `nulls`: whether one may stand in it. */
  list(element: Compiled, nulls: boolean): Compiled;
  map(value: Compiled, nulls: boolean): Compiled;
  structure(schema: MemberedSchema): Compiled;
  union(schema: MemberedSchema): Compiled;
  /** Compiled on first use: an element may lead back to its own container. */
  later(compile: () => Compiled): Compiled;
}

/** The reader or writer of what a reference leads to; `kind` is that of the member that refers to a number. */
export type CompileShape<Compiled> = (reference: $SchemaRef, kind?: NumberKind) => Compiled;

/** Replaces how some kinds of shapes become readers or writers; the second argument compiles any shape. */
export type ReplaceShapes<Compiled> = (
  usual: ShapeParts<Compiled>,
  compile: CompileShape<Compiled>,
) => ShapeParts<Compiled>;

/** Whether a reference leads to a document, of which null is a value like any other. */
export const isDocument = (reference: $SchemaRef): boolean =>
  resolveSchema(reference).schema === Sentinel.document;

/** Compiles shapes as they are asked for, each once. `kinds` are those of numbers in lists and maps. */
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
    throw new TypeError(`${idOf(schema)} is not the schema of a value.`);
  };

  return compile;
}
