import { Sentinel, ShapeKind, isList, nameOf } from "@tinsmith/schema";
import { headerOf } from "../http/headers.js";
import { Mismatch, within } from "../malformed-message.js";
import type {
  HttpHeaders,
  HttpQuery,
  NumberKind,
  NumberKinds,
  StructureValue,
} from "../protocol.js";
import { setOwn } from "../values/members.js";
import { fromBase64, isBase64 } from "../values/base64.js";
import { textOf } from "../values/bytes.js";
import { textReader } from "../values/text-values.js";
import type { ReadText } from "../values/text-values.js";
import { elementOf, sentinelOf } from "./bindings.js";
import type { Bindings, BoundMember } from "./bindings.js";
import { splitElements, splitHttpDates } from "./header-lists.js";
import { matchSegments, splitPath, withoutLastSlash } from "./uri-pattern.js";
import type { UriPattern } from "./uri-pattern.js";
import { headerTimestamps, uriTimestamps } from "./write-bindings.js";

/** Reads the members in one part of a message and adds them to the value of the structure. */
export type ReadPart<Part> = (part: Part, into: StructureValue) => void;

/** Adds the member's name to the path of a `Mismatch`. */
function at<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw within(error, name);
  }
}

const kindsOf = (bindings: Bindings, kinds: NumberKinds | undefined) => (member: BoundMember) => {
  const own = kinds?.[nameOf(bindings.structure)]?.[member.name]?.number;
  const { schema } = member.resolved;
  // For a list shape, the constraints of the list have the type of its elements.
  const element = isList(schema) ? kinds?.[nameOf(schema)]?.["member"]?.number : undefined;
  return own ?? element;
};

/** Compiles the reader of labels. */
export function pathReader(
  pattern: UriPattern,
  bindings: Bindings,
  kinds: NumberKinds | undefined,
): ReadPart<string> {
  const kindOf = kindsOf(bindings, kinds);
  const labels = bindings.labels.map((member) => ({
    name: member.name,
    read: textReader(sentinelOf(member.resolved), uriTimestamps, kindOf(member), true),
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

/** Compiles the reader of headers. */
export function headersReader(
  bindings: Bindings,
  kinds: NumberKinds | undefined,
  strict: boolean,
): ReadPart<HttpHeaders> {
  const kindOf = kindsOf(bindings, kinds);
  const members = bindings.headers.map((member) => ({
    name: member.name,
    wire: member.wire.toLowerCase(),
    read: headerReader(member, kindOf(member), strict),
  }));
  const { prefixHeaders } = bindings;
  const prefix = prefixHeaders?.resolved.memberTraits.httpPrefixHeaders?.toLowerCase() ?? "";
  return (headers, into) => {
    for (const { name, wire, read } of members) {
      const text = headerOf(headers, wire);
      if (text !== undefined)
        setOwn(
          into,
          name,
          at(name, () => read(text)),
        );
    }
    if (!prefixHeaders) return;
    const map: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(headers)) {
      const key = name.toLowerCase();
      if (key.startsWith(prefix)) setOwn(map, key.slice(prefix.length), value);
    }
    setOwn(into, prefixHeaders.name, map);
  };
}

function headerReader(
  { resolved }: BoundMember,
  kind: NumberKind | undefined,
  strict: boolean,
): ReadText {
  const element = elementOf(resolved, ShapeKind.list);
  if (!element) {
    if (resolved.schema === Sentinel.string && resolved.traits.mediaType !== undefined) {
      return (text) => {
        if (!isBase64(text)) throw new Mismatch("Expected base64.");
        return textOf(fromBase64(text));
      };
    }
    return textReader(sentinelOf(resolved), headerTimestamps, kind, strict);
  }
  const sentinel = sentinelOf(element);
  const read = textReader(sentinel, headerTimestamps, kind, strict);
  const dates = sentinel === Sentinel.timestamp || sentinel === Sentinel.httpDate;
  const split = dates ? splitHttpDates : splitElements;
  // An empty header is an empty list.
  return (text) => (text.trim() === "" ? [] : split(text).map(read));
}
