import type { $SchemaRef } from "@smithy/types";
import {
  chosenMember,
  isInherited,
  isRecord,
  membersOf,
  memberValue,
  setOwn,
  type MemberedSchema,
} from "../schema/members.js";
import { resolveSchema, Sentinel, ShapeKind } from "../schema/resolve.js";

/** Makes plain data of a value that is not null. */
export type WriteTree = (value: unknown) => unknown;

/** Compiles writers of shapes to plain data, which an encoder then makes bytes of; each once. */
export const createTreeWriters = (
  scalar: (schema: number) => WriteTree,
): ((reference: $SchemaRef) => WriteTree) => {
  const compiled = new WeakMap<object, WriteTree>();

  const compile = (reference: $SchemaRef): WriteTree => {
    const { schema, traits } = resolveSchema(reference);
    if (typeof schema === "number") {
      if (schema >= Sentinel.map) return map(scalar(schema - Sentinel.map), false);
      if (schema >= Sentinel.list) return list(scalar(schema - Sentinel.list), false);
      return scalar(schema);
    }
    const known = compiled.get(schema);
    if (known) return known;
    const sparse = traits.sparse === 1;
    let writer: WriteTree;
    switch (schema[0]) {
      case ShapeKind.list:
        writer = list(later(schema[4]), sparse);
        break;
      case ShapeKind.map:
        writer = map(later(schema[5]), sparse);
        break;
      case ShapeKind.structure:
      case ShapeKind.error:
        writer = structure(schema);
        break;
      case ShapeKind.union:
        writer = union(schema);
        break;
      default:
        throw new TypeError(`${schema[1]}#${schema[2]} is not the schema of a value.`);
    }
    compiled.set(schema, writer);
    return writer;
  };

  /** Compiled on first use: an element may lead back to its own container. */
  const later = (reference: $SchemaRef): WriteTree => {
    let write: WriteTree | undefined;
    return (value) => (write ??= compile(reference))(value);
  };

  const list =
    (write: WriteTree, sparse: boolean): WriteTree =>
    (value) => {
      if (!Array.isArray(value)) throw new TypeError("Expected a list.");
      const out: unknown[] = [];
      for (const item of value as unknown[]) {
        if (item !== null && item !== undefined) out.push(write(item));
        else if (sparse) out.push(null);
      }
      return out;
    };

  const map =
    (write: WriteTree, sparse: boolean): WriteTree =>
    (value) => {
      if (!isRecord(value)) throw new TypeError("Expected a map: an object.");
      const out: Record<string, unknown> = {};
      for (const key of Object.keys(value)) {
        const item = value[key];
        if (item !== null && item !== undefined) setOwn(out, key, write(item));
        else if (sparse && item === null) setOwn(out, key, null);
      }
      return out;
    };

  const structure = (schema: MemberedSchema): WriteTree => {
    let members: { name: string; inherited: boolean; write: WriteTree }[] | undefined;
    return (value) => {
      if (!isRecord(value)) throw new TypeError(`Expected ${schema[2]}: an object.`);
      members ??= membersOf(schema).map(([name, reference]) => ({
        name,
        inherited: isInherited(name),
        write: compile(reference),
      }));
      const out: Record<string, unknown> = {};
      for (const { name, inherited, write } of members) {
        const item = inherited ? memberValue(value, name) : value[name];
        if (item !== null && item !== undefined) setOwn(out, name, write(item));
      }
      return out;
    };
  };

  const union = (schema: MemberedSchema): WriteTree => {
    const known = structure(schema);
    const document = scalar(Sentinel.document);
    return (value) => {
      const chosen = isRecord(value) ? chosenMember(value) : undefined;
      if (chosen?.[0] !== "$unknown" || !Array.isArray(chosen[1])) return known(value);
      // A variant that was read without being known goes back as it came.
      const [name, unknown] = chosen[1] as unknown[];
      const out: Record<string, unknown> = {};
      setOwn(out, String(name), document(unknown));
      return out;
    };
  };

  return compile;
};
