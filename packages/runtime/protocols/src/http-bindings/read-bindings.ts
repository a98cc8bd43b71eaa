import { ShapeKind } from "@tinsmith/schema";
import { Mismatch } from "../malformed-message.js";
import type { HttpQuery, NumberKinds } from "../protocol.js";
import { allTypes } from "../value-types/all-types.js";
import { setOwn } from "../values/members.js";
import { textReader } from "../value-types/text-values.js";
import { uriTimestamps } from "./binding-timestamps.js";
import { elementOf, sentinelOf } from "./bindings.js";
import type { Bindings } from "./bindings.js";
import { at, kindsOf } from "./read-headers.js";
import type { ReadPart } from "./read-headers.js";
import { matchSegments, splitPath, withoutLastSlash } from "./uri-pattern.js";
import type { UriPattern } from "./uri-pattern.js";

/** Compiles the reader of labels. */
export function pathReader(
  pattern: UriPattern,
  bindings: Bindings,
  kinds: NumberKinds | undefined,
): ReadPart<string> {
  const kindOf = kindsOf(bindings, kinds);
  const labels = bindings.labels.map((member) => ({
    name: member.name,
    read: textReader(sentinelOf(member.resolved), uriTimestamps, allTypes, kindOf(member), true),
  }));
  return (path, into) => {
    const segments = splitPath(path);
    const shorter = withoutLastSlash(segments);
    const matched =
      matchSegments(pattern.segments, segments) ??
      (shorter && matchSegments(pattern.segments, shorter));
    if (!matched) throw new Mismatch("The path does not match the operation.");
    for (const { name, read } of labels) {
      setOwn(
        into,
        name,
        at(name, () => read(unescape(matched.get(name) ?? ""))),
      );
    }
  };
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Mismatch("Expected percent-encoded UTF-8.");
  }
}

/** Compiles the reader of query parameters. */
export function queryReader(
  bindings: Bindings,
  kinds: NumberKinds | undefined,
): ReadPart<HttpQuery> {
  const kindOf = kindsOf(bindings, kinds);
  const members = bindings.queries.map((member) => {
    const element = elementOf(member.resolved, ShapeKind.list);
    const read = textReader(
      sentinelOf(element ?? member.resolved),
      uriTimestamps,
      allTypes,
      kindOf(member),
      true,
    );
    return { ...member, isRepeated: element !== undefined, read };
  });
  const { queryParams } = bindings;
  const lists = queryParams && elementOf(queryParams.resolved, ShapeKind.map);
  const valuesAreLists = lists !== undefined && elementOf(lists, ShapeKind.list) !== undefined;
  return (query, into) => {
    for (const { name, wire, isRepeated, read } of members) {
      if (!Object.hasOwn(query, wire)) continue;
      const values = textsOf(query[wire]);
      setOwn(
        into,
        name,
        at(name, () => (isRepeated ? values.map(read) : read(values[0] ?? ""))),
      );
    }
    if (!queryParams) return;
    const all: Record<string, unknown> = {};
    for (const name of Object.keys(query)) {
      const values = textsOf(query[name]);
      setOwn(all, name, valuesAreLists ? values : values[0]);
    }
    if (Object.keys(all).length > 0) setOwn(into, queryParams.name, all);
  };
}

const textsOf = (value: string | string[] | null | undefined): string[] =>
  Array.isArray(value) ? value : [value ?? ""];
