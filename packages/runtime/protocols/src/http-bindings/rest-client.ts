import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import { inputOf, nameOf, outputOf, structureOf, traitsOf } from "@tinsmith/schema";
import { chain, collectResponse } from "../http/collect-body.js";
import { asMalformedResponse } from "../malformed-message.js";
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
import { isRecord, setOwn } from "../values/members.js";
import { once } from "../schema/once.js";
import { bindingsOf } from "./bindings.js";
import { documentReader, documentWriter } from "./document-bodies.js";
import type { RestParts } from "./rest-parts.js";
import type { FoundError, RestClientStyle } from "./rest-style.js";
import { parseUriPattern } from "./uri-pattern.js";
import { pathWriter } from "./write-path.js";

/**
 * Creates the client side of a protocol with HTTP bindings from the parts that a service needs.
 */
export function restClientOf(
  style: RestClientStyle,
  options: ClientProtocolOptions,
  { types, headers: headerParts, payloads, queries, tokens, hostPrefixes }: RestParts,
): ClientProtocol {
  const { codec } = style;
  const token = options.idempotencyToken ?? tokens?.create;

  type WriteRequest = (input: StructureValue) => HttpRequestMessage;
  const requestWriter = once((operation: StaticOperationSchema): WriteRequest => {
    const input = structureOf(inputOf(operation));
    const [method, uri] = traitsOf(operation).http ?? ["POST", "/"];
    const pattern = parseUriPattern(uri);
    const bindings = bindingsOf(input, "request");
    const fill = token && tokens?.filler(input);
    const hostPrefix = hostPrefixes?.(operation);
    const path = pathWriter(pattern, bindings.labels, types);
    const query = queries?.(pattern, bindings, types);
    const writeHeaders = headerParts?.writer(bindings, types);
    const writeBody =
      payloads?.writer(bindings, style, options, "request") ?? documentWriter(bindings, style);
    const accept = payloads?.accept(
      bindingsOf(structureOf(outputOf(operation)), "response"),
      style,
    );
    return (given) => {
      const value = fill ? fill(given, token) : given;
      const { body, contentType } = writeBody(value);
      const headers: HttpHeaders = {};
      if (contentType !== undefined) headers["content-type"] = contentType;
      if (accept !== undefined) headers["accept"] = accept;
      writeHeaders?.(value, headers);
      const request: HttpRequestMessage = {
        method,
        path: path(value),
        query: query?.(value) ?? {},
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
    const readHeaders = headerParts?.reader(bindings, types, undefined, false);
    const readBody =
      payloads?.reader(bindings, style, codec.reader, options) ??
      documentReader(bindings, codec.reader);
    const { responseCode } = bindings;
    return (response) => {
      const output: StructureValue = {};
      readHeaders?.(response.headers, output);
      if (responseCode) setOwn(output, responseCode.name, response.statusCode);
      return chain(readBody(response.body, output), () => output);
    };
  });

  type ReadModeled = (response: HttpResponseMessage, found: FoundError) => StructureValue;
  const errorReader = once((schema: StaticErrorSchema): ReadModeled => {
    const bindings = bindingsOf(schema, "response");
    const readHeaders = headerParts?.reader(bindings, types, undefined, false);
    return (response, found) => {
      const data = found.read(bindings.document);
      readHeaders?.(response.headers, data);
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
