import { resolveSchema } from "@tinsmith/schema";
import { lenientReaders } from "../codec/body-codec.js";
import type { BodyCodec, BodyReaders, Reading } from "../codec/body-codec.js";
import { textOf } from "../values/bytes.js";
import { parseXml } from "./parse-xml.js";
import { createXmlReaders } from "./xml-reader.js";
import { unwrappedMember } from "./xml-style.js";
import type { XmlNamespace } from "./xml-style.js";
import type { XmlWriters } from "./xml-writer.js";

/** Creates the codec for XML bodies. Readers ignore the name of the root element. */
export const createXmlCodec = (writers: XmlWriters): BodyCodec => ({
  writer: (reference) => writers.document(reference, undefined),
  reader: lenientReaders((reading) => createXmlBodyReaders(reading)),
});

/** Creates the readers of XML bodies. */
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

/** Returns a codec that adds the service's namespace to the documents that it writes. */
export const withNamespace = (
  codec: BodyCodec,
  writers: XmlWriters,
  namespace: XmlNamespace | undefined,
): BodyCodec => ({ ...codec, writer: (reference) => writers.document(reference, namespace) });
