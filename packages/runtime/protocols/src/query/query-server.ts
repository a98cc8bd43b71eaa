import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import { inputOf, isUnit, nameOf, outputOf, structureOf } from "@tinsmith/schema";
import { isBytes } from "@tinsmith/values";
import { chain, collectBody } from "../http/collect-body.js";
import { bodyTypeCheck } from "../http/media-types.js";
import { asMalformedRequest } from "../malformed-request.js";
import type {
  ErrorMessage,
  ServerProtocol,
  ServerProtocolOptions,
  ServiceSchema,
  StructureValue,
} from "../protocol.js";
import { faultOf, queryErrorOf } from "../errors/error-code.js";
import { errorDataOf, errorStatusOf, unmodeledError } from "../rpc/write-error.js";
import { isRecord } from "../values/members.js";
import { once } from "../schema/once.js";
import { rejectDocuments } from "../schema/reject-documents.js";
import { strictTextOf } from "../codec/strict-text.js";
import { textOf } from "../values/bytes.js";
import { escapeXml, namespaceAttribute } from "../xml/escape-xml.js";
import { createXmlWriters } from "../xml/xml-writer.js";
import { parseForm } from "./form-tree.js";
import { createQueryReaders } from "./query-reader.js";
import type { QueryFormat } from "./query-style.js";

/** The differences between the servers of awsQuery and ec2Query. */
export interface QueryServerStyle extends QueryFormat {
  readonly responseType: string;
  /** Writes the error document that contains the error's members. */
  errorDocument(fault: "client" | "server", members: string): string;
}

const checkBody = /* @__PURE__ */ bodyTypeCheck(["application/x-www-form-urlencoded"]);

const xml = /* @__PURE__ */ createXmlWriters();

/** Creates the server side of a protocol with forms and XML. */
export function createQueryServer(
  style: QueryServerStyle,
  service: ServiceSchema,
  options: ServerProtocolOptions,
): ServerProtocol {
  const namespace = namespaceAttribute(service.xmlNamespace);
  const readers = createQueryReaders(style, options.constraints);

  const inputReader = once((operation: StaticOperationSchema) => {
    const input = structureOf(inputOf(operation));
    rejectDocuments(style.id, input);
    const read = readers(input);
    return (body: string | Uint8Array): StructureValue => {
      const value = read(parseForm(strictTextOf(body), options.maxDepth ?? 128));
      return isRecord(value) ? value : {};
    };
  });

  const outputWriter = once((operation: StaticOperationSchema) => {
    const output = structureOf(outputOf(operation));
    rejectDocuments(style.id, output);
    const write = xml.children(output);
    const result = isUnit(output) ? undefined : style.resultName(nameOf(operation));
    const name = `${nameOf(operation)}Response`;
    return (value: StructureValue): string => {
      const members = write(value);
      const inner = result === undefined ? members : `<${result}>${members}</${result}>`;
      return `<${name}${namespace}>${inner}</${name}>`;
    };
  });

  const errorWriter = once((schema: StaticErrorSchema) => {
    const write = xml.children(schema);
    return (error: ErrorMessage): string => {
      const data = errorDataOf(error);
      const message = error.message ?? data["message"] ?? data["Message"];
      const others = Object.fromEntries(
        Object.entries(data).filter(([name]) => name.toLowerCase() !== "message"),
      );
      const code = queryErrorOf(error.schema)?.[0] ?? error.code;
      const members = [
        `<Code>${escapeXml(code)}</Code>`,
        typeof message === "string" ? `<Message>${escapeXml(message)}</Message>` : "",
        write(others),
      ];
      return style.errorDocument(faultOf(error), members.join(""));
    };
  });

  return {
    id: style.id,

    readRequest: (operation, request) =>
      asMalformedRequest(() => {
        checkBody(request);
        return chain(collectBody(request.body), inputReader(operation.schema));
      }),

    writeResponse: (operation, output) => ({
      statusCode: 200,
      headers: { "content-type": style.responseType },
      body: outputWriter(operation.schema)(isRecord(output) ? output : {}),
    }),

    writeError: (_, error) => ({
      statusCode: queryErrorOf(error.schema)?.[1] ?? errorStatusOf(error),
      headers: { "content-type": style.responseType },
      body: errorWriter(error.schema ?? unmodeledError)(error),
    }),

    router: (operations) => {
      const actions = new Map(operations.map((operation) => [nameOf(operation.schema), operation]));
      return ({ method, body }) => {
        if (method !== "POST" || (typeof body !== "string" && !isBytes(body))) return undefined;
        const action = /(?:^|&)Action=([^&]*)/.exec(textOf(body))?.[1];
        return action === undefined ? undefined : actions.get(action);
      };
    },
  };
}
