import type { StaticOperationSchema } from "@smithy/types";
import { inputOf, nameOf, outputOf, structureOf } from "@tinsmith/schema";
import type { MemberedSchema } from "@tinsmith/schema";
import { chain, collectResponse } from "../http/collect-body.js";
import { hostPrefixOf } from "../http/host-prefix.js";
import { asMalformedResponse } from "../malformed-message.js";
import type {
  Awaitable,
  ClientProtocol,
  ClientProtocolOptions,
  HttpRequestMessage,
  OperationDescription,
  ResponseError,
  ResponseResult,
  ServiceSchema,
  StructureValue,
} from "../protocol.js";
import { lenient } from "../codec/body-codec.js";
import { errorSchemaOf, faultOf } from "../errors/error-code.js";
import { randomToken, tokenFiller } from "../schema/idempotency-tokens.js";
import { isRecord } from "../values/members.js";
import { once } from "../schema/once.js";
import { rejectDocuments } from "../schema/reject-documents.js";
import { textOf } from "../values/bytes.js";
import { childOf, parseXml } from "../xml/parse-xml.js";
import type { XmlContent } from "../xml/parse-xml.js";
import { findXmlError } from "../xml/xml-error.js";
import { createXmlReaders } from "../xml/xml-reader.js";
import type { QueryFormat } from "./query-style.js";
import { createQueryWriters } from "./query-writer.js";

/** Creates a client's writers and readers. Each entry has one set. All of its clients share it. */
export const queryClientCompilers = (format: QueryFormat) => ({
  form: createQueryWriters(format),
  readXml: createXmlReaders(lenient),
});

/** Creates the client side of a protocol with forms and XML. */
export function createQueryClient(
  format: QueryFormat,
  { form, readXml }: ReturnType<typeof queryClientCompilers>,
  service: ServiceSchema,
  options: ClientProtocolOptions,
): ClientProtocol {
  const token = options.idempotencyToken ?? randomToken;
  const readMembers = (schema: MemberedSchema, content: XmlContent): StructureValue => {
    const value = readXml(schema)(content, 0);
    return isRecord(value) ? value : {};
  };

  const requestWriter = once((operation: StaticOperationSchema) => {
    const input = structureOf(inputOf(operation));
    for (const shape of [input, structureOf(outputOf(operation))])
      rejectDocuments(format.id, shape);
    const fill = tokenFiller(input);
    const hostPrefix = hostPrefixOf(operation);
    const write = form(input);
    return (given: StructureValue): HttpRequestMessage => {
      const value = fill(given, token);
      const pairs = [`Action=${nameOf(operation)}`, `Version=${service.version}`];
      write("", value, pairs);
      const request: HttpRequestMessage = {
        method: "POST",
        path: "/",
        query: {},
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: pairs.join("&"),
      };
      if (hostPrefix) request.hostPrefix = hostPrefix(value);
      return request;
    };
  });

  const readOutput = (
    operation: OperationDescription,
    body: string | Uint8Array,
  ): StructureValue => {
    if (body.length === 0) return {};
    const { content } = parseXml(textOf(body));
    const name = format.resultName(nameOf(operation.schema));
    const result = name === undefined ? content : childOf(content, name);
    return result === undefined ? {} : readMembers(structureOf(outputOf(operation.schema)), result);
  };

  const readError = (
    operation: OperationDescription,
    statusCode: number,
    body: string | Uint8Array,
  ): ResponseError => {
    const found = findXmlError(body, readMembers);
    const code = found.code ?? "Unknown";
    const schema = errorSchemaOf(operation, code);
    let { data } = found;
    try {
      if (schema) data = found.read(schema);
    } catch {
      // If the members of the error are invalid, the error still has its code and status.
    }
    return {
      code: schema ? nameOf(schema) : code,
      schema,
      message: found.message,
      data,
      fault: faultOf({ code, schema, statusCode }),
      statusCode,
      requestId: found.requestId,
      query: { code, type: found.type },
    };
  };

  return {
    id: format.id,

    writeRequest: (operation, input) =>
      requestWriter(operation.schema)(isRecord(input) ? input : {}),

    readResponse: (operation, response): Awaitable<ResponseResult> =>
      asMalformedResponse(response.statusCode, () =>
        chain(collectResponse(response), (content): ResponseResult =>
          response.statusCode < 300
            ? { output: readOutput(operation, content) }
            : { error: readError(operation, response.statusCode, content) },
        ),
      ),
  };
}
