import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import { inputOf, isUnit, nameOf, outputOf, structureOf } from "@tinsmith/schema";
import { chain, collectResponse } from "../http/collect-body.js";
import { headerOf } from "../http/headers.js";
import { asMalformedResponse } from "../malformed-message.js";
import type {
  Awaitable,
  ClientProtocol,
  ClientProtocolOptions,
  HttpRequestMessage,
  HttpResponseMessage,
  OperationDescription,
  ResponseError,
  ResponseResult,
  ServiceSchema,
  StructureValue,
} from "../protocol.js";
import { isRecord } from "../values/members.js";
import { once } from "../schema/once.js";
import { errorMessageOf, errorSchemaOf, faultOf } from "../errors/error-code.js";
import type { RpcParts } from "./rpc-parts.js";
import type { QueryError, RpcClientStyle } from "./rpc-style.js";

/** Creates the client side of an RPC protocol from the parts that a service needs. */
export function rpcClientOf(
  style: RpcClientStyle,
  service: ServiceSchema,
  options: ClientProtocolOptions,
  { events, tokens, hostPrefixes, readAnything: readAnythingOf }: RpcParts,
): ClientProtocol {
  const { codec, contentType } = style;
  const token = options.idempotencyToken ?? tokens?.create;
  const readAnything = readAnythingOf(codec);

  type WriteRequest = (input: StructureValue) => HttpRequestMessage;
  const requestWriter = once((operation: StaticOperationSchema): WriteRequest => {
    const input = structureOf(inputOf(operation));
    const fill = token && tokens?.filler(input);
    const hostPrefix = hostPrefixes?.(operation);
    const path = style.path(service, operation);
    const headers = style.requestHeaders(service, operation);
    const writeEvents = events?.writer(style, options, input);
    Object.assign(headers, events?.headers(input, structureOf(outputOf(operation))));
    const hasBody = !(style.noBodyForUnit && isUnit(input));
    if (hasBody) headers["content-type"] ??= contentType;
    const message = (
      value: StructureValue,
      body: HttpRequestMessage["body"],
    ): HttpRequestMessage => {
      const request: HttpRequestMessage = {
        method: "POST",
        path,
        query: {},
        headers: { ...headers },
      };
      if (body !== undefined) request.body = body;
      if (hostPrefix) request.hostPrefix = hostPrefix(value);
      return request;
    };

    if (!hasBody) return (value) => message(value, undefined);
    const write = writeEvents ?? codec.writer(input);
    return (given) => {
      const value = fill ? fill(given, token) : given;
      return message(value, write(value));
    };
  });

  type ReadOutput = (response: HttpResponseMessage) => Awaitable<StructureValue>;
  const outputReader = once((operation: StaticOperationSchema): ReadOutput => {
    const output = structureOf(outputOf(operation));
    const readEvents = events?.reader(style, options, output);
    if (readEvents !== undefined) return readEvents;
    const read = codec.reader(output);
    return (response) => chain(collectResponse(response), (body) => asStructure(read(body)));
  });

  const readError = (
    operation: OperationDescription,
    response: HttpResponseMessage,
    body: string | Uint8Array,
  ): ResponseError => {
    const { statusCode } = response;
    const raw = readLeniently(() => asStructure(readAnything(body)));
    const query = service.queryCompatible ? queryErrorOf(response) : undefined;
    const code = style.errorCode(response, raw) ?? query?.code ?? "Unknown";
    const schema =
      errorSchemaOf(operation, code) ?? (query && errorSchemaOf(operation, query.code));
    const data = schema ? readModeled(schema, body) : withoutType(raw);
    return {
      code: schema ? nameOf(schema) : code,
      schema,
      message: errorMessageOf(raw),
      data,
      fault: faultOf({ code, schema, statusCode }),
      statusCode,
      query,
    };
  };

  const readModeled = (schema: StaticErrorSchema, body: string | Uint8Array): StructureValue =>
    readLeniently(() => asStructure(codec.reader(schema)(body)));

  return {
    id: style.id,

    writeRequest: (operation, input) => requestWriter(operation.schema)(asStructure(input)),

    readResponse: (operation, response): Awaitable<ResponseResult> =>
      asMalformedResponse(response.statusCode, () =>
        response.statusCode >= 300
          ? chain(collectResponse(response), (body) => ({
              error: readError(operation, response, body),
            }))
          : chain(outputReader(operation.schema)(response), (output) => ({ output })),
      ),
  };
}

const asStructure = (value: unknown): StructureValue => (isRecord(value) ? value : {});

/** Returns no members for a body that cannot be read, such as a proxy's HTML page. */
function readLeniently(read: () => StructureValue): StructureValue {
  try {
    return read();
  } catch {
    return {};
  }
}

const withoutType = (body: StructureValue): StructureValue =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== "__type"));

/** Parses a header such as `AWS.SimpleQueueService.NonExistentQueue;Sender`. */
function queryErrorOf(response: HttpResponseMessage): QueryError | undefined {
  const header = headerOf(response.headers, "x-amzn-query-error");
  if (header === undefined) return undefined;
  const [code = "", type] = header.split(";");
  return { code, type };
}
