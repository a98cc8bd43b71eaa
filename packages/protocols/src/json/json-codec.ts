import {
  createBodyCodec,
  type BodyCodec,
  type BodyReaders,
  type Reading,
} from "../rpc/body-codec.js";
import { createTreeReaders } from "../tree/tree-reader.js";
import { textOf } from "../values/bytes.js";
import { jsonScalarReader } from "./json-scalar-reader.js";
import type { JsonStyle } from "./json-style.js";
import { createJsonWriters } from "./json-writer.js";
import { needsExactNumbers } from "./needs-exact-numbers.js";
import { parseJson } from "./parse-json.js";

/** JSON bodies in the manner of one protocol. */
export const createJsonCodec = (style: JsonStyle): BodyCodec =>
  createBodyCodec(createJsonWriters(style), (reading) => createJsonReaders(style, reading));

const createJsonReaders = (style: JsonStyle, reading: Reading): BodyReaders => {
  const { strict, maxDepth } = reading;
  const readers = createTreeReaders({
    ...reading,
    jsonName: style.jsonName,
    scalar: (schema, kind) => jsonScalarReader(schema, style, strict, maxDepth, kind),
  });
  return (reference) => {
    const read = readers(reference);
    const exact = needsExactNumbers(reference);
    return (body) => {
      if (body.length === 0) return undefined;
      const value = parseJson(textOf(body), exact);
      return value === null && !strict ? undefined : read(value, 0);
    };
  };
};
