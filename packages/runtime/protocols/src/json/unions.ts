import { Sentinel } from "@tinsmith/schema";
import { readUnion } from "../tree/read-union.js";
import { isRecord } from "../values/members.js";
import type { JsonParts, JsonUnions } from "./json-parts.js";
import { jsonScalarWriter } from "./json-scalar-writer.js";
import { quote } from "../values/quote.js";

/** Unions in JSON. */
export const jsonUnions: JsonUnions = {
  read: readUnion,
  write: (known, style, parts: JsonParts) => (value) => {
    const text = known(value);
    // A variant that was unknown when it was read is written unchanged.
    const unknown = text === "{}" && isRecord(value) ? value["$unknown"] : undefined;
    if (!Array.isArray(unknown)) return text;
    const write = jsonScalarWriter(Sentinel.document, style, parts);
    return `{${quote(String(unknown[0]))}:${write(unknown[1])}}`;
  },
};
