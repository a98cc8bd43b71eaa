import type { $SchemaRef } from "@smithy/types";
import {
  Sentinel,
  hasMembers,
  idOf,
  isList,
  isMap,
  listMemberOf,
  mapKeyOf,
  mapValueOf,
  membersOf,
  nameOf,
  resolveSchema,
} from "@tinsmith/schema";
import type { MemberedSchema, ResolvedSchema } from "@tinsmith/schema";
import { escapeUri } from "../http-bindings/uri-pattern.js";
import { isRecord, memberValue, writerAt } from "../values/members.js";
import { allTypes } from "../value-types/all-types.js";
import { textWriter } from "../value-types/text-values.js";
import { queryTimestamps } from "./query-style.js";
import type { QueryStyle } from "./query-style.js";

/** Adds the pairs of a value to a form. Their keys begin with `key`. */
export type WriteQuery = (key: string, value: unknown, into: string[]) => void;

/** Compiles the form writer of each structure once, on first use. */
export function createQueryWriters(style: QueryStyle): (schema: MemberedSchema) => WriteQuery {
  const compiled = new WeakMap<object, WriteQuery>();

  /** Collections are not cached, because members of the same shape can be flat or not. */
  const compile = (resolved: ResolvedSchema): WriteQuery => {
    const { schema, memberTraits } = resolved;
    const flat = memberTraits.xmlFlattened === 1;
    if (typeof schema === "number") {
      if (schema >= Sentinel.map) {
        const key = scalar(Sentinel.string);
        return map(["key", key], ["value", scalar(schema - Sentinel.map)], flat);
      }
      return schema >= Sentinel.list
        ? list("member", scalar(schema - Sentinel.list), flat)
        : scalar(schema);
    }
    if (isList(schema)) {
      const member = listMemberOf(schema);
      return list(resolveSchema(member).memberTraits.xmlName ?? "member", later(member), flat);
    }
    if (isMap(schema)) {
      const [key, value] = [mapKeyOf(schema), mapValueOf(schema)];
      return map(
        [resolveSchema(key).memberTraits.xmlName ?? "key", later(key)],
        [resolveSchema(value).memberTraits.xmlName ?? "value", later(value)],
        flat,
      );
    }
    if (!hasMembers(schema)) {
      throw new TypeError(`${idOf(schema)} is not a data shape.`);
    }
    const known = compiled.get(schema);
    if (known) return known;
    const writer = structure(schema);
    compiled.set(schema, writer);
    return writer;
  };

  const scalar = (schema: number): WriteQuery => {
    const write = textWriter(schema, queryTimestamps, allTypes);
    return (key, value, into) => void into.push(`${key}=${escapeUri(write(value))}`);
  };

  /** Compiles on first use, because an element may refer back to its container. */
  const later = (reference: $SchemaRef): WriteQuery => {
    let write: WriteQuery | undefined;
    return (key, value, into) => (write ??= compile(resolveSchema(reference)))(key, value, into);
  };

  const list =
    (name: string, write: WriteQuery, flat: boolean): WriteQuery =>
    (key, value, into) => {
      if (!Array.isArray(value)) throw new TypeError("Expected a list.");
      const items = value.filter((item: unknown) => item !== null && item !== undefined);
      if (items.length === 0 && !style.flatLists) into.push(`${key}=`);
      const prefix = flat || style.flatLists ? key : `${key}.${escapeUri(name)}`;
      items.forEach((item: unknown, index) => write(`${prefix}.${index + 1}`, item, into));
    };

  const map =
    (
      [keyName, writeKey]: readonly [string, WriteQuery],
      [valueName, writeValue]: readonly [string, WriteQuery],
      flat: boolean,
    ): WriteQuery =>
    (key, value, into) => {
      if (!isRecord(value)) throw new TypeError("Expected an object for a map.");
      const prefix = flat ? key : `${key}.entry`;
      let index = 0;
      for (const name of Object.keys(value)) {
        const item = value[name];
        if (item === null || item === undefined) continue;
        const entry = `${prefix}.${++index}`;
        writeKey(`${entry}.${escapeUri(keyName)}`, name, into);
        writeValue(`${entry}.${escapeUri(valueName)}`, item, into);
      }
    };

  const structure = (schema: MemberedSchema): WriteQuery => {
    let members: { name: string; wire: string; write: WriteQuery }[] | undefined;
    return (key, value, into) => {
      if (!isRecord(value)) throw new TypeError(`Expected an object for ${nameOf(schema)}.`);
      members ??= membersOf(schema).map(([name, reference]) => {
        const resolved = resolveSchema(reference);
        return {
          name,
          wire: escapeUri(style.memberName(name, resolved.memberTraits)),
          write: writerAt(name, compile(resolved)),
        };
      });
      for (const { name, wire, write } of members) {
        const item = memberValue(value, name);
        if (item !== null && item !== undefined)
          write(key === "" ? wire : `${key}.${wire}`, item, into);
      }
    };
  };

  return (schema) => compile(resolveSchema(schema));
}
