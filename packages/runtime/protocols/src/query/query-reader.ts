import type { $SchemaRef } from "@smithy/types";
import {
  Sentinel,
  hasMembers,
  idOf,
  isList,
  isMap,
  isUnion,
  listMemberOf,
  mapKeyOf,
  mapValueOf,
  membersOf,
  nameOf,
  resolveSchema,
} from "@tinsmith/schema";
import type { MemberedSchema, ResolvedSchema } from "@tinsmith/schema";
import { Mismatch, within } from "../malformed-message.js";
import type { NumberKind, NumberKinds } from "../protocol.js";
import { setOwn } from "../values/members.js";
import { allTypes } from "../value-types/all-types.js";
import { textReader } from "../value-types/text-values.js";
import { numbered } from "./form-tree.js";
import type { FormNode } from "./form-tree.js";
import { queryTimestamps } from "./query-style.js";
import type { QueryStyle } from "./query-style.js";

/** Reads a value from its node of the form. Throws a `Mismatch` if it is invalid. */
export type ReadQuery = (node: FormNode) => unknown;

/** Compiles the form reader of each structure once, on first use. */
export function createQueryReaders(
  style: QueryStyle,
  kinds: NumberKinds | undefined,
): (schema: MemberedSchema) => ReadQuery {
  const compiled = new WeakMap<object, ReadQuery>();

  const compile = ({ schema, memberTraits }: ResolvedSchema, kind?: NumberKind): ReadQuery => {
    const flat = memberTraits.xmlFlattened === 1;
    if (typeof schema === "number") {
      if (schema >= Sentinel.map)
        return map(["key", "value"], scalar(schema - Sentinel.map, kind), flat);
      if (schema >= Sentinel.list)
        return list("member", scalar(schema - Sentinel.list, kind), flat);
      return scalar(schema, kind);
    }
    if (isList(schema)) {
      const member = listMemberOf(schema);
      return list(
        resolveSchema(member).memberTraits.xmlName ?? "member",
        later(member, kinds?.[nameOf(schema)]?.["member"]?.number),
        flat,
      );
    }
    if (isMap(schema)) {
      const value = mapValueOf(schema);
      return map(
        [
          resolveSchema(mapKeyOf(schema)).memberTraits.xmlName ?? "key",
          resolveSchema(value).memberTraits.xmlName ?? "value",
        ],
        later(value, kinds?.[nameOf(schema)]?.["value"]?.number),
        flat,
      );
    }
    if (!hasMembers(schema)) {
      throw new TypeError(`${idOf(schema)} is not a data shape.`);
    }
    const known = compiled.get(schema);
    if (known) return known;
    const reader = structure(schema);
    compiled.set(schema, reader);
    return reader;
  };

  const scalar = (schema: number, kind: NumberKind | undefined): ReadQuery => {
    const read = textReader(schema, queryTimestamps, allTypes, kind, true);
    return ({ text, children }) => {
      if (children.size > 0) throw new Mismatch("Expected a simple value.");
      return read(text ?? "");
    };
  };

  /** Compiles on first use, because an element may refer back to its container. */
  const later = (reference: $SchemaRef, kind: NumberKind | undefined): ReadQuery => {
    let read: ReadQuery | undefined;
    return (node) => (read ??= compile(resolveSchema(reference), kind))(node);
  };

  const list =
    (name: string, read: ReadQuery, flat: boolean): ReadQuery =>
    (node) =>
      numbered(flat || style.flatLists ? node : node.children.get(name)).map(([number, child]) => {
        try {
          return read(child);
        } catch (error) {
          throw within(error, number);
        }
      });

  const map =
    ([keyName, valueName]: readonly [string, string], read: ReadQuery, flat: boolean): ReadQuery =>
    (node) => {
      const out: Record<string, unknown> = {};
      for (const [number, child] of numbered(flat ? node : node.children.get("entry"))) {
        const key = child.children.get(keyName)?.text;
        const value = child.children.get(valueName);
        try {
          if (key === undefined || value === undefined) {
            throw new Mismatch("Expected an entry with a key and a value.");
          }
          setOwn(out, key, read(value));
        } catch (error) {
          throw within(error, number);
        }
      }
      return out;
    };

  const structure = (schema: MemberedSchema): ReadQuery => {
    let members: { name: string; wire: string; read: ReadQuery }[] | undefined;
    return (node) => {
      members ??= membersOf(schema).map(([name, reference]) => {
        const resolved = resolveSchema(reference);
        return {
          name,
          wire: style.memberName(name, resolved.memberTraits),
          read: compile(resolved, kinds?.[nameOf(schema)]?.[name]?.number),
        };
      });
      const out: Record<string, unknown> = {};
      for (const { name, wire, read } of members) {
        const child = node.children.get(wire);
        if (!child) continue;
        try {
          setOwn(out, name, read(child));
        } catch (error) {
          throw within(error, wire);
        }
      }
      if (isUnion(schema) && Object.keys(out).length !== 1) {
        throw new Mismatch("Expected exactly one member of the union.");
      }
      return out;
    };
  };

  return (schema) => compile(resolveSchema(schema));
}
