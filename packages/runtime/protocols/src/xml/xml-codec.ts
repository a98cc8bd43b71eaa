import { resolveSchema } from "@tinsmith/schema";
import {
  lenientReaders,
  type BodyCodec,
  type BodyReaders,
  type Reading,
} from "../codec/body-codec.js";
import { textOf } from "../values/bytes.js";
import { parseXml } from "./parse-xml.js";
import { createXmlReaders } from "./xml-reader.js";
import { unwrappedMember, type XmlNamespace } from "./xml-style.js";
import type { XmlWriters } from "./xml-writer.js";

/** XML bodies that are one element; which one it is does not matter on reading. */
export const createXmlCodec = (writers: XmlWriters): BodyCodec => ({
  writer: (reference) => writers.document(reference, undefined),
  reader: lenientReaders((reading) => createXmlBodyReaders(reading)),
});

/** The readers of such bodies. */
export function createXmlBodyReaders(
  reading: Reading,
  parse = (body: string | Uint8Array) => parseXml(textOf(body)),
): BodyReaders {
  const readers = createXmlReaders(reading);
  return (reference) => {
    const read = readers(reference);
    const isUnwrapped = unwrappedMember(resolveSchema(reference)) !== undefined;
    return (body) => {
      if (body.length === 0) return undefined;
      const { name, content } = parse(body);
      return read(isUnwrapped ? { [name]: content } : content, 0);
    };
  };
}

/** The same with the service's namespace on what it writes. */
export const withNamespace = (
  codec: BodyCodec,
  writers: XmlWriters,
  namespace: XmlNamespace | undefined,
): BodyCodec => ({ ...codec, writer: (reference) => writers.document(reference, namespace) });
