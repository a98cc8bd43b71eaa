import type { RestFormat } from "../http-bindings/rest-style.js";
import type { ServiceSchema } from "../protocol.js";
import { createXmlCodec, withNamespace } from "../xml/xml-codec.js";
import { createXmlWriters } from "../xml/xml-writer.js";

export const writers = /* @__PURE__ */ createXmlWriters();
const codec = /* @__PURE__ */ createXmlCodec(writers);

/** What both halves of restXml know. */
export const restXmlFormat = (service: ServiceSchema): RestFormat => ({
  id: "aws.protocols#restXml",
  contentType: "application/xml",
  codec: withNamespace(codec, writers, service.xmlNamespace),
  emptyDocuments: false,
});
