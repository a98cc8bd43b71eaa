import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import {
  Sentinel,
  eventStreamOf,
  inputOf,
  isUnit,
  nameOf,
  outputOf,
  structureOf,
  withMembers,
} from "@tinsmith/schema";
import {
  eventsOf,
  eventStreamsOf,
  eventStreamType,
  payloadsOf,
} from "../event-streams/stream-support.js";
import { chain, collectResponse, streamOf } from "../http/collect-body.js";
import { headerOf } from "../http/headers.js";
import { hostPrefixOf } from "../http/host-prefix.js";
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
import { randomToken, tokenFiller } from "../schema/idempotency-tokens.js";
import { isRecord } from "../values/members.js";
import { once } from "../schema/once.js";
import { errorMessageOf, errorSchemaOf, faultOf } from "../errors/error-code.js";
import type { QueryError, RpcClientStyle } from "./rpc-style.js";

/** Creates the client side of an RPC protocol. */
export function createRpcClient(
  style: RpcClientStyle,
  service: ServiceSchema,
  options: ClientProtocolOptions,
): ClientProtocol {
  const { codec, contentType } = style;
  const token = options.idempotencyToken ?? randomToken;
  const readAnything = codec.reader(Sentinel.document);
  const payloads = payloadsOf(codec, contentType);

  type WriteRequest = (input: StructureValue) => HttpRequestMessage;
  const requestWriter = once((operation: StaticOperationSchema): WriteRequest => {
    const input = structureOf(inputOf(operation));
    const fill = tokenFiller(input);
    const hostPrefix = hostPrefixOf(operation);
    const path = style.path(service, operation);
    const stream = eventStreamOf(input);
    const headers = style.requestHeaders(service, operation);
    if (eventStreamOf(structureOf(outputOf(operation)))) headers["accept"] = eventStreamType;
    if (stream || !(style.noBodyForUnit && isUnit(input))) {
      headers["content-type"] = stream ? eventStreamType : contentType;
    }
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

    if (stream) {
      const streams = eventStreamsOf(options);
      const initial = withMembers(input, (name) => name !== stream[0]);
      return (given) => {
        const value = fill(given, token);
        return message(
          value,
          streams.write(eventsOf(value[stream[0]]), stream[1], payloads, {
            type: "initial-request",
            schema: initial,
            value,
          }),
        );
      };
    }
    if (style.noBodyForUnit && isUnit(input)) return (value) => message(value, undefined);
    const write = codec.writer(input);
    return (given) => {
      const value = fill(given, token);
      return message(value, write(value));
    };
  });

  type ReadOutput = (response: HttpResponseMessage) => Awaitable<StructureValue>;
  const outputReader = once((operation: StaticOperationSchema): ReadOutput => {
    const output = structureOf(outputOf(operation));
    const stream = eventStreamOf(output);
    if (stream) {
      const streams = eventStreamsOf(options);
      const initial = withMembers(output, (name) => name !== stream[0]);
      return async (response) => {
        const read = await streams.read(
          streamOf(response.body ?? ""),
          stream[1],
          payloads,
          initial,
        );
        return { ...read.initial, [stream[0]]: read.events };
      };
    }
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

/**
 * Ignores errors of reading: a body that is invalid, such as a proxy's HTML page, has no members.
 */
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
