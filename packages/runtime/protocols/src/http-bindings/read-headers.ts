import { Sentinel, ShapeKind, isList, nameOf } from "@tinsmith/schema";
import { headerOf } from "../http/headers.js";
import { Mismatch, within } from "../malformed-message.js";
import type { HttpHeaders, NumberKind, NumberKinds, StructureValue } from "../protocol.js";
import type { ValueTypes } from "../value-types/value-type.js";
import { fromBase64, isBase64 } from "../values/base64.js";
import { textOf } from "../values/bytes.js";
import { setOwn } from "../values/members.js";
import { textReader } from "../value-types/text-values.js";
import type { ReadText } from "../value-types/text-values.js";
import { elementOf, sentinelOf } from "./bindings.js";
import type { Bindings, BoundMember } from "./bindings.js";
import { splitElements, splitHttpDates } from "./header-lists.js";
import { headerTimestamps } from "./binding-timestamps.js";

/** Reads the members in one part of a message and adds them to the value of the structure. */
export type ReadPart<Part> = (part: Part, into: StructureValue) => void;

/** Adds the member's name to the path of a `Mismatch`. */
export function at<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw within(error, name);
  }
}

/** Returns the numeric types of bound members. */
export const kindsOf =
  (bindings: Bindings, kinds: NumberKinds | undefined) => (member: BoundMember) => {
    const own = kinds?.[nameOf(bindings.structure)]?.[member.name]?.number;
    const { schema } = member.resolved;
    // The numeric type of a list's elements is listed under the list shape.
    const element = isList(schema) ? kinds?.[nameOf(schema)]?.["member"]?.number : undefined;
    return own ?? element;
  };

/** Compiles the reader of headers. */
export function headersReader(
  bindings: Bindings,
  types: ValueTypes,
  kinds: NumberKinds | undefined,
  strict: boolean,
): ReadPart<HttpHeaders> {
  const kindOf = kindsOf(bindings, kinds);
  const members = bindings.headers.map((member) => ({
    name: member.name,
    wire: member.wire.toLowerCase(),
    read: headerReader(member, types, kindOf(member), strict),
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
  types: ValueTypes,
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
    return textReader(sentinelOf(resolved), headerTimestamps, types, kind, strict);
  }
  const sentinel = sentinelOf(element);
  const read = textReader(sentinel, headerTimestamps, types, kind, strict);
  const dates = sentinel === Sentinel.timestamp || sentinel === Sentinel.httpDate;
  const split = dates ? splitHttpDates : splitElements;
  // An empty header is an empty list.
  return (text) => (text.trim() === "" ? [] : split(text).map(read));
}
