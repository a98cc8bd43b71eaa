import type { $SchemaRef } from "@smithy/types";
import { Sentinel, membersOf, nameOf } from "@tinsmith/schema";
import type { MemberedSchema } from "@tinsmith/schema";
import {
  atMember,
  chosenMember,
  isInherited,
  isRecord,
  memberValue,
  setOwn,
} from "../values/members.js";
import { createShapeCompiler, isDocument } from "../schema/shape-compiler.js";

/** Converts a value that is not null to plain data. */
export type WriteTree = (value: unknown) => unknown;

/**
 * Compiles the writer of each shape once. Writers return plain data. An encoder serializes the
 * data.
 */
export function createTreeWriters(
  scalar: (schema: number) => WriteTree,
): (reference: $SchemaRef) => WriteTree {
  const list =
    (write: WriteTree, sparse: boolean): WriteTree =>
    (value) => {
      if (!Array.isArray(value)) throw new TypeError("Expected a list.");
      const out: unknown[] = [];
      for (const [index, item] of (value as unknown[]).entries()) {
        try {
          if (item !== null && item !== undefined) out.push(write(item));
          else if (sparse) out.push(null);
        } catch (error) {
          throw atMember(error, index);
        }
      }
      return out;
    };

  const map =
    (write: WriteTree, sparse: boolean): WriteTree =>
    (value) => {
      if (!isRecord(value)) throw new TypeError("Expected an object for a map.");
      const out: Record<string, unknown> = {};
      for (const key of Object.keys(value)) {
        const item = value[key];
        if (item !== null && item !== undefined) setOwn(out, key, write(item));
        else if (sparse && item === null) setOwn(out, key, null);
      }
      return out;
    };

  const structure = (schema: MemberedSchema): WriteTree => {
    let members:
      | { name: string; inherited: boolean; nulls: boolean; write: WriteTree }[]
      | undefined;
    return (value) => {
      if (!isRecord(value)) throw new TypeError(`Expected an object for ${nameOf(schema)}.`);
      members ??= membersOf(schema).map(([name, reference]) => ({
        name,
        inherited: isInherited(name),
        nulls: isDocument(reference),
        write: compile(reference),
      }));
      const out: Record<string, unknown> = {};
      for (const { name, inherited, nulls, write } of members) {
        const item = inherited ? memberValue(value, name) : value[name];
        if (item === undefined || (item === null && !nulls)) continue;
        try {
          setOwn(out, name, write(item));
        } catch (error) {
          throw atMember(error, name);
        }
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
      // A variant that was unknown when it was read is written unchanged.
      const [name, unknown] = chosen[1] as unknown[];
      const out: Record<string, unknown> = {};
      setOwn(out, String(name), document(unknown));
      return out;
    };
  };

  const compile = createShapeCompiler<WriteTree>({
    scalar,
    list,
    map,
    structure,
    union,
    later: (make) => {
      let write: WriteTree | undefined;
      return (value) => (write ??= make())(value);
    },
  });
  return (reference) => compile(reference);
}
