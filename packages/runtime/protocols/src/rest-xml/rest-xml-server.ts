import { createRestServer } from "../http-bindings/rest-server.js";
import type {
  ErrorMessage,
  ServerProtocolFactory,
  ServiceSchema,
  StructureValue,
} from "../protocol.js";
import { faultOf } from "../errors/error-code.js";
import { createStrictReaders } from "../rpc/strict-readers.js";
import { escapeXml, namespaceAttribute } from "../xml/escape-xml.js";
import { parseStrictXml } from "../xml/strict-xml.js";
import { createXmlBodyReaders } from "../xml/xml-codec.js";
import { restXmlFormat, withoutDocuments, writers } from "./rest-xml-format.js";

const strictReaders = /* @__PURE__ */ createStrictReaders((reading) =>
  withoutDocuments(createXmlBodyReaders(reading, parseStrictXml)),
);

/**
 * The server side of AWS restXml.
 *
 * @public
 */
export const restXml: ServerProtocolFactory = (service, options = {}) =>
  createRestServer(
    {
      ...restXmlFormat(service),
      strictReaders,
      untypedBodies: true,
      errorWriter: (_service, _schema, document) => {
        const write = writers.children(document);
        return (error, data) => writeError(service, error, write(withoutMessage(data)), data);
      },
      errorHeaders: () => ({}),
    },
    service,
    options,
  );

/** Removes the message, because it is written as a separate element. */
const withoutMessage = (data: StructureValue): StructureValue =>
  Object.fromEntries(Object.entries(data).filter(([name]) => name.toLowerCase() !== "message"));

function writeError(
  service: ServiceSchema,
  error: ErrorMessage,
  members: string,
  data: StructureValue,
): string {
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
}
