import type { $SchemaRef } from "@smithy/types";
import type { RestFormat } from "../http-bindings/rest-style.js";
import type { ServiceSchema } from "../protocol.js";
import { rejectDocuments } from "../schema/reject-documents.js";
import { createXmlCodec, withNamespace } from "../xml/xml-codec.js";
import { createXmlWriters } from "../xml/xml-writer.js";

export const writers = /* @__PURE__ */ createXmlWriters();
const codec = /* @__PURE__ */ createXmlCodec(writers);
export const restXmlId = "aws.protocols#restXml";

/** Creates the settings that the client and the server side of restXml share. */
export function restXmlFormat(service: ServiceSchema): RestFormat {
  const { reader, writer } = withNamespace(codec, writers, service.xmlNamespace);
  return {
    id: restXmlId,
    contentType: "application/xml",
    codec: { reader: withoutDocuments(reader), writer: withoutDocuments(writer) },
    emptyDocuments: false,
  };
}

/** Wraps the readers or writers of a codec, so that they reject shapes that contain a document. */
export const withoutDocuments =
  <Compiled>(compile: (reference: $SchemaRef) => Compiled) =>
  (reference: $SchemaRef): Compiled => {
    rejectDocuments(restXmlId, reference);
    return compile(reference);
  };
