import { lenientReaders } from "../codec/body-codec.js";
import type { BodyCodec, BodyReaders, Reading } from "../codec/body-codec.js";
import { Mismatch } from "../malformed-message.js";
import { createTreeReaders } from "../tree/tree-reader.js";
import { textOf } from "../values/bytes.js";
import { jsonScalarReader } from "./json-scalar-reader.js";
import type { JsonParts } from "./json-parts.js";
import type { StrictJson } from "./json-scalar-reader.js";
import type { JsonStyle } from "./json-style.js";
import { createJsonWriters } from "./json-writer.js";

/** Creates the codec for the JSON bodies of one protocol from the parts that a service needs. */
export const jsonCodecOf = (style: JsonStyle, parts: JsonParts): BodyCodec => ({
  writer: createJsonWriters(style, parts),
  reader: lenientReaders((reading) => createJsonReaders(style, parts, reading)),
});

/** Thrown if a number may have lost digits, which is rare. The text is then read again exactly. */
const lostDigits = Symbol("lost digits");

/** Creates the readers of JSON bodies. Servers pass `strict`. */
export function createJsonReaders(
  style: JsonStyle,
  parts: JsonParts,
  reading: Reading,
  strict?: StrictJson,
): BodyReaders {
  const { maxDepth } = reading;
  const { corrections, exact, unions } = parts;
  let isExact = false;
  const onUnsafe = (): void => {
    if (exact && !isExact) throw lostDigits;
  };
  const readers: ReturnType<typeof createTreeReaders> = createTreeReaders({
    ...reading,
    jsonName: style.jsonName,
    replace: style.forms?.read,
    union: unions?.read,
    missing: corrections && ((reference) => corrections(reference, parts.types, readers)),
    scalar: (schema, kind) =>
      jsonScalarReader(schema, { style, parts, strict, maxDepth, kind, onUnsafe }),
  });
  const parse = strict?.parse ?? exact?.parse ?? parsePlain;
  const decode = strict?.textOf ?? textOf;

  return (reference) => {
    const read = readers(reference);
    const needsExact = exact?.needs(reference) ?? false;
    const readAs = (text: string, exactly: boolean): unknown => {
      const value = parse(text, exactly);
      if (value === null && !strict) return undefined;
      isExact = exactly;
      return read(value, 0);
    };
    return (body) => {
      if (body.length === 0 && !corrections) return undefined;
      const text = decode(body) || "{}";
      try {
        return readAs(text, needsExact);
      } catch (error) {
        if (error !== lostDigits) throw error;
        return readAs(text, true);
      }
    };
  };
}

/** Parses JSON. @throws Mismatch if the text is not JSON */
function parsePlain(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the text, which may contain secrets.
    throw new Mismatch("The body is not JSON.");
  }
}
