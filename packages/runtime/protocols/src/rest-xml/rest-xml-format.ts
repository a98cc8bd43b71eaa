import type { $SchemaRef } from "@smithy/types";
import type { RestFormat } from "../http-bindings/rest-style.js";
import type { ServiceSchema } from "../protocol.js";
import { refuseDocuments } from "../schema/refuse-documents.js";
import { createXmlCodec, withNamespace } from "../xml/xml-codec.js";
import { createXmlWriters } from "../xml/xml-writer.js";

export const writers = /* @__PURE__ */ createXmlWriters();
const codec = /* @__PURE__ */ createXmlCodec(writers);
export const restXmlId = "aws.protocols#restXml";

/** What both halves of restXml know. */
export function restXmlFormat(service: ServiceSchema): RestFormat {
  const { reader, writer } = withNamespace(codec, writers, service.xmlNamespace);
  return {
    id: restXmlId,
    contentType: "application/xml",
    codec: { reader: withoutDocuments(reader), writer: withoutDocuments(writer) },
    emptyDocuments: false,
  };
}

/** The readers or writers of a codec, for shapes that hold no document. */
export const withoutDocuments =
  <Compiled>(compile: (reference: $SchemaRef) => Compiled) =>
  (reference: $SchemaRef): Compiled => {
    refuseDocuments(restXmlId, reference);
    return compile(reference);
  };
