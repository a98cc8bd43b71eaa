import { createRestProtocol } from "../http-bindings/rest-protocol.js";
import type { RestStyle } from "../http-bindings/rest-style.js";
import type { ErrorMessage, ProtocolFactory, ServiceSchema, StructureValue } from "../protocol.js";
import { faultOf } from "../rpc/error-code.js";
import { isRecord } from "../schema/members.js";
import { escapeXml, namespaceAttribute } from "../xml/escape-xml.js";
import { createXmlCodec, withNamespace } from "../xml/xml-codec.js";
import { findXmlError } from "../xml/xml-error.js";
import { createXmlReaders } from "../xml/xml-reader.js";
import { createXmlWriters } from "../xml/xml-writer.js";

const writers = /* @__PURE__ */ createXmlWriters();
const codec = /* @__PURE__ */ createXmlCodec(writers);
const readers = /* @__PURE__ */ createXmlReaders({ strict: false, maxDepth: 1000 });

const styleOf = (service: ServiceSchema): RestStyle => ({
  id: "aws.protocols#restXml",
  contentType: "application/xml",
  codec: withNamespace(codec, writers, service.xmlNamespace),
  emptyDocuments: false,
  findError: (_response, body) =>
    findXmlError(body, (members, content) => {
      const value = readers(members)(content, 0);
      return isRecord(value) ? value : {};
    }),
  errorWriter: (_service, _schema, document) => {
    const write = writers.children(document);
    return (error, data) => writeError(service, error, write(withoutMessage(data)), data);
  },
  errorHeaders: () => ({}),
});

/** The message has an element of its own. */
const withoutMessage = (data: StructureValue): StructureValue =>
  Object.fromEntries(Object.entries(data).filter(([name]) => name.toLowerCase() !== "message"));

const writeError = (
  service: ServiceSchema,
  error: ErrorMessage,
  members: string,
  data: StructureValue,
): string => {
  const message = error.message ?? data["message"] ?? data["Message"];
  const inner = [
    `<Type>${faultOf(error) === "client" ? "Sender" : "Receiver"}</Type>`,
    `<Code>${escapeXml(error.code)}</Code>`,
    typeof message === "string" ? `<Message>${escapeXml(message)}</Message>` : "",
    members,
  ].join("");
  const namespace = namespaceAttribute(service.xmlNamespace);
  return service.noErrorWrapping
    ? `<Error>${inner}</Error>`
    : `<ErrorResponse${namespace}><Error>${inner}</Error></ErrorResponse>`;
};

/**
 * AWS restXml: HTTP bindings, XML bodies.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html
 */
export const restXml: ProtocolFactory = (service, options = {}) =>
  createRestProtocol(styleOf(service), service, options);
