import { Sentinel, ShapeKind } from "@tinsmith/schema";
import type { ResolvedSchema } from "@tinsmith/schema";
import type { HttpHeaders, HttpQuery, StructureValue } from "../protocol.js";
import { isRecord, memberValue, writerAt } from "../values/members.js";
import { toBase64 } from "../values/base64.js";
import { textWriter } from "../values/text-values.js";
import type { WriteText } from "../values/text-values.js";
import type { TimestampStyle } from "../values/timestamps.js";
import { elementOf, sentinelOf } from "./bindings.js";
import type { Bindings, BoundMember } from "./bindings.js";
import { quoteElement } from "./header-lists.js";
import { escapeUri } from "./uri-pattern.js";
import type { PatternSegment, UriPattern } from "./uri-pattern.js";

/** The timestamp format in paths and queries for schemas without one. */
export const uriTimestamps: TimestampStyle = { timestamps: Sentinel.dateTime };
/** The timestamp format in headers for schemas without one. */
export const headerTimestamps: TimestampStyle = { timestamps: Sentinel.httpDate };

/** Compiles the writer of a path, which throws a TypeError for a label that is missing or empty. */
export function pathWriter(
  pattern: UriPattern,
  labels: readonly BoundMember[],
): (value: StructureValue) => string {
  const parts = pattern.segments.map((segment) => segmentWriter(segment, labels));
  return (value) => parts.map((part) => `/${part(value)}`).join("");
}

function segmentWriter(
  segment: PatternSegment,
  labels: readonly BoundMember[],
): (value: StructureValue) => string {
  if ("literal" in segment) return () => segment.literal;
  const label = labels.find(({ name }) => name === segment.label);
  if (!label) throw new TypeError(`The label ${segment.label} of the path is not a member.`);
  const write = writerAt(label.name, textWriter(sentinelOf(label.resolved), uriTimestamps));
  return (value) => {
    const item = memberValue(value, label.name);
    const text = item === undefined || item === null ? "" : write(item);
    if (text === "")
      throw new TypeError(`${label.name} is part of the path and must not be empty.`);
    return segment.greedy ? text.split("/").map(escapeUri).join("/") : escapeUri(text);
  };
}

/** Compiles the writer of a query. */
export function queryWriter(
  pattern: UriPattern,
  { queries, queryParams }: Bindings,
): (value: StructureValue) => HttpQuery {
  const members = queries.map(({ name, wire, resolved }) => {
    const element = elementOf(resolved, ShapeKind.list);
    const write = textWriter(sentinelOf(element ?? resolved), uriTimestamps);
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
 * Compiles the writer of headers. An empty list becomes an empty header, which differs from none.
 */
export function headersWriter({
  headers,
  prefixHeaders,
}: Bindings): (value: StructureValue, into: HttpHeaders) => void {
  const members = headers.map(({ name, wire, resolved }) => ({
    name,
    wire: wire.toLowerCase(),
    write: writerAt(name, headerWriter(resolved)),
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

function headerWriter(resolved: ResolvedSchema): WriteText {
  const element = elementOf(resolved, ShapeKind.list);
  if (!element) {
    const write = textWriter(sentinelOf(resolved), headerTimestamps);
    // A string with a media type may contain line breaks, so it is base64 in a header.
    return resolved.schema === Sentinel.string && resolved.traits.mediaType !== undefined
      ? (value) => toBase64(String(value))
      : write;
  }
  const sentinel = sentinelOf(element);
  const write = textWriter(sentinel, headerTimestamps);
  const writeElement: WriteText =
    sentinel === Sentinel.string ? (value) => quoteElement(write(value)) : write;
  return (value) => texts(value, writeElement).join(", ");
}
