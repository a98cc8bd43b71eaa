import { lenientReaders } from "../codec/body-codec.js";
import type { BodyCodec, BodyReaders, Reading } from "../codec/body-codec.js";
import { createTreeReaders } from "../tree/tree-reader.js";
import { textOf } from "../values/bytes.js";
import { jsonScalarReader } from "./json-scalar-reader.js";
import type { StrictJson } from "./json-scalar-reader.js";
import type { JsonStyle } from "./json-style.js";
import { createJsonWriters } from "./json-writer.js";
import { needsExactNumbers } from "./needs-exact-numbers.js";
import { parseJson } from "./parse-json.js";

/** Creates the codec for the JSON bodies of one protocol. */
export const createJsonCodec = (style: JsonStyle): BodyCodec => ({
  writer: createJsonWriters(style),
  reader: lenientReaders((reading) => createJsonReaders(style, reading)),
});

/**
 * Thrown in the rare case that a number may have lost digits. The text is then read again exactly.
 */
const lostDigits = Symbol("lost digits");

/** Creates the readers of JSON bodies. Servers pass `strict`. */
export function createJsonReaders(
  style: JsonStyle,
  reading: Reading,
  strict?: StrictJson,
): BodyReaders {
  const { maxDepth } = reading;
  let isExact = false;
  const onUnsafe = (): void => {
    if (!isExact) throw lostDigits;
  };
  const readers = createTreeReaders({
    ...reading,
    jsonName: style.jsonName,
    replace: style.forms?.read,
    scalar: (schema, kind) => jsonScalarReader(schema, { style, strict, maxDepth, kind, onUnsafe }),
  });
  const parse = strict?.parse ?? parseJson;
  const decode = strict?.textOf ?? textOf;

  return (reference) => {
    const read = readers(reference);
    const needsExact = needsExactNumbers(reference);
    const readAs = (text: string, exact: boolean): unknown => {
      const value = parse(text, exact);
      if (value === null && !strict) return undefined;
      isExact = exact;
      return read(value, 0);
    };
    return (body) => {
      if (body.length === 0) return undefined;
      const text = decode(body);
      try {
        return readAs(text, needsExact);
      } catch (error) {
        if (error !== lostDigits) throw error;
        return readAs(text, true);
      }
    };
  };
}
