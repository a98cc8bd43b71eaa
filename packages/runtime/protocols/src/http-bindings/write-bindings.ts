import { Sentinel, ShapeKind } from "@tinsmith/schema";
import type { ResolvedSchema } from "@tinsmith/schema";
import type { HttpHeaders, HttpQuery, StructureValue } from "../protocol.js";
import type { ValueTypes } from "../value-types/value-type.js";
import { isRecord, memberValue, writerAt } from "../values/members.js";
import { toBase64 } from "../values/base64.js";
import { textWriter } from "../value-types/text-values.js";
import type { WriteText } from "../value-types/text-values.js";
import { headerTimestamps, uriTimestamps } from "./binding-timestamps.js";
import { elementOf, sentinelOf } from "./bindings.js";
import type { Bindings } from "./bindings.js";
import { quoteElement } from "./header-lists.js";
import type { UriPattern } from "./uri-pattern.js";

/** Compiles the writer of a query. */
export function queryWriter(
  pattern: UriPattern,
  { queries, queryParams }: Bindings,
  types: ValueTypes,
): (value: StructureValue) => HttpQuery {
  const members = queries.map(({ name, wire, resolved }) => {
    const element = elementOf(resolved, ShapeKind.list);
    const write = textWriter(sentinelOf(element ?? resolved), uriTimestamps, types);
    return {
      name,
      wire,
      write: writerAt(name, (value: unknown) => (element ? texts(value, write) : write(value))),
    };
  });
  return (value) => {
    const query: HttpQuery = {};
    for (const [name, literal] of pattern.query) query[name] = literal;
    for (const { name, wire, write } of members) {
      const item = memberValue(value, name);
      if (item === undefined || item === null) continue;
      const text = write(item);
      if (typeof text === "string" || text.length > 0) query[wire] = text;
    }
    const more = queryParams && memberValue(value, queryParams.name);
    if (isRecord(more)) {
      for (const [name, item] of Object.entries(more)) {
        if (Object.hasOwn(query, name) || item === null || item === undefined) continue;
        query[name] = Array.isArray(item) ? texts(item, String) : String(item);
      }
    }
    return query;
  };
}

const texts = (value: unknown, write: WriteText): string[] =>
  Array.isArray(value)
    ? value
        .filter((item: unknown) => item !== null && item !== undefined)
        .map((item: unknown) => write(item))
    : [write(value)];

/**
 * Compiles the writer of headers. An empty list becomes an empty header, which differs from a
 * missing header.
 */
export function headersWriter(
  { headers, prefixHeaders }: Bindings,
  types: ValueTypes,
): (value: StructureValue, into: HttpHeaders) => void {
  const members = headers.map(({ name, wire, resolved }) => ({
    name,
    wire: wire.toLowerCase(),
    write: writerAt(name, headerWriter(resolved, types)),
  }));
  const prefix = prefixHeaders?.resolved.memberTraits.httpPrefixHeaders?.toLowerCase() ?? "";
  return (value, into) => {
    if (prefixHeaders) {
      const map = memberValue(value, prefixHeaders.name);
      for (const [name, item] of isRecord(map) ? Object.entries(map) : []) {
        if (item !== null && item !== undefined) into[prefix + name.toLowerCase()] = String(item);
      }
    }
    for (const { name, wire, write } of members) {
      const item = memberValue(value, name);
      if (item === null || item === undefined) continue;
      into[wire] = write(item);
    }
  };
}

function headerWriter(resolved: ResolvedSchema, types: ValueTypes): WriteText {
  const element = elementOf(resolved, ShapeKind.list);
  if (!element) {
    const write = textWriter(sentinelOf(resolved), headerTimestamps, types);
    // A string with a media type may contain line breaks, so it is base64 in a header.
    return resolved.schema === Sentinel.string && resolved.traits.mediaType !== undefined
      ? (value) => toBase64(String(value))
      : write;
  }
  const sentinel = sentinelOf(element);
  const write = textWriter(sentinel, headerTimestamps, types);
  const writeElement: WriteText =
    sentinel === Sentinel.string ? (value) => quoteElement(write(value)) : write;
  return (value) => texts(value, writeElement).join(", ");
}
