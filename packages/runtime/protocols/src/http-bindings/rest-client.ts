import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import { inputOf, nameOf, outputOf, structureOf, traitsOf } from "@tinsmith/schema";
import { chain, collectResponse } from "../http/collect-body.js";
import { hostPrefixOf } from "../http/host-prefix.js";
import { asMalformedResponse } from "../malformed-message.js";
import { eventStreamType } from "../event-streams/stream-support.js";
import type {
  Awaitable,
  ClientProtocol,
  ClientProtocolOptions,
  HttpHeaders,
  HttpRequestMessage,
  HttpResponseMessage,
  OperationDescription,
  ResponseError,
  ResponseResult,
  StructureValue,
} from "../protocol.js";
import { errorSchemaOf, faultOf, isSuccess } from "../errors/error-code.js";
import { randomToken, tokenFiller } from "../schema/idempotency-tokens.js";
import { isRecord, setOwn } from "../values/members.js";
import { once } from "../schema/once.js";
import { bindingsOf } from "./bindings.js";
import { bodyFormOf, bodyReader, bodyWriter } from "./body-bindings.js";
import { headersReader } from "./read-bindings.js";
import type { FoundError, RestClientStyle } from "./rest-style.js";
import { parseUriPattern } from "./uri-pattern.js";
import { headersWriter, pathWriter, queryWriter } from "./write-bindings.js";

/** Creates the client side of a protocol with HTTP bindings. */
export function createRestClient(
  style: RestClientStyle,
  options: ClientProtocolOptions,
): ClientProtocol {
  const { codec } = style;
  const token = options.idempotencyToken ?? randomToken;

  type WriteRequest = (input: StructureValue) => HttpRequestMessage;
  const requestWriter = once((operation: StaticOperationSchema): WriteRequest => {
    const input = structureOf(inputOf(operation));
    const [method, uri] = traitsOf(operation).http ?? ["POST", "/"];
    const pattern = parseUriPattern(uri);
    const bindings = bindingsOf(input, "request");
    const fill = tokenFiller(input);
    const hostPrefix = hostPrefixOf(operation);
    const path = pathWriter(pattern, bindings.labels);
    const query = queryWriter(pattern, bindings);
    const writeHeaders = headersWriter(bindings);
    const writeBody = bodyWriter(bindings, style, options, "request");
    const returnsEvents =
      bodyFormOf(bindingsOf(structureOf(outputOf(operation)), "response"), style) === "events";
    return (given) => {
      const value = fill(given, token);
      const { body, contentType } = writeBody(value);
      const headers: HttpHeaders = {};
      if (contentType !== undefined) headers["content-type"] = contentType;
      if (returnsEvents) headers["accept"] = eventStreamType;
      writeHeaders(value, headers);
      const request: HttpRequestMessage = {
        method,
        path: path(value),
        query: query(value),
        headers,
      };
      if (body !== undefined) request.body = body;
      if (hostPrefix) request.hostPrefix = hostPrefix(value);
      return request;
    };
  });

  type ReadOutput = (response: HttpResponseMessage) => Awaitable<StructureValue>;
  const outputReader = once((operation: StaticOperationSchema): ReadOutput => {
    const bindings = bindingsOf(structureOf(outputOf(operation)), "response");
    const readHeaders = headersReader(bindings, undefined, false);
    const readBody = bodyReader(bindings, style, codec.reader, options);
    const { responseCode } = bindings;
    return (response) => {
      const output: StructureValue = {};
      readHeaders(response.headers, output);
      if (responseCode) setOwn(output, responseCode.name, response.statusCode);
      return chain(readBody(response.body, output), () => output);
    };
  });

  type ReadModeled = (response: HttpResponseMessage, found: FoundError) => StructureValue;
  const errorReader = once((schema: StaticErrorSchema): ReadModeled => {
    const bindings = bindingsOf(schema, "response");
    const readHeaders = headersReader(bindings, undefined, false);
    return (response, found) => {
      const data = found.read(bindings.document);
      readHeaders(response.headers, data);
      if (bindings.responseCode) setOwn(data, bindings.responseCode.name, response.statusCode);
      return data;
    };
  });

  const readError = (
    operation: OperationDescription,
    response: HttpResponseMessage,
    body: string | Uint8Array,
  ): ResponseError => {
    const { statusCode } = response;
    const found = style.findError(response, body, operation);
    const code = found.code ?? "Unknown";
    const schema = errorSchemaOf(operation, code);
    let { data } = found;
    try {
      if (schema) data = errorReader(schema)(response, found);
    } catch {
      // If its members are invalid, the error still has its code and status.
    }
    return {
      code: schema ? nameOf(schema) : code,
      schema,
      message: found.message,
      data,
      fault: faultOf({ code, schema, statusCode }),
      statusCode,
      requestId: found.requestId,
    };
  };

  return {
    id: style.id,

    writeRequest: (operation, input) =>
      requestWriter(operation.schema)(isRecord(input) ? input : {}),

    readResponse: (operation, response): Awaitable<ResponseResult> =>
      asMalformedResponse(response.statusCode, () =>
        (style.isSuccess?.(response.statusCode) ?? isSuccess(operation, response.statusCode))
          ? chain(outputReader(operation.schema)(response), (output) => ({ output }))
          : chain(collectResponse(response), (body) => ({
              error: readError(operation, response, body),
            })),
      ),
  };
}
