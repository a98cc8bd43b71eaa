import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import {
  eventsOf,
  eventStreamsOf,
  eventStreamType,
  payloadsOf,
} from "../event-streams/stream-support.js";
import { chain, collectBody, streamOf } from "../http/collect-body.js";
import { asMalformedRequest } from "../malformed-message.js";
import type {
  Awaitable,
  ErrorMessage,
  HttpRequestMessage,
  HttpResponseMessage,
  Protocol,
  ProtocolOptions,
  ServiceSchema,
  StructureValue,
} from "../protocol.js";
import { isRecord } from "../schema/members.js";
import { once } from "../schema/once.js";
import { eventStreamOf, isUnit, structureOf, withMembers } from "../schema/operation.js";
import { Sentinel, ShapeKind } from "../schema/resolve.js";
import type { WriteBody } from "./body-codec.js";
import {
  errorDataOf,
  errorStatusOf,
  faultOf,
  queryErrorOf,
  unmodelledError,
} from "./error-code.js";
import type { RpcStyle } from "./rpc-style.js";

/** The server's half of an RPC protocol, without the router. */
export const createRpcServer = (
  style: RpcStyle,
  service: ServiceSchema,
  options: ProtocolOptions,
): Pick<Protocol, "readRequest" | "writeResponse" | "writeError"> => {
  const { codec, contentType } = style;
  // A client never asks for it, so it is not made before the first request is read.
  let strict: ReturnType<typeof codec.strictReaders> | undefined;

  type ReadInput = (request: HttpRequestMessage) => Awaitable<StructureValue>;
  const inputReader = once((operation: StaticOperationSchema): ReadInput => {
    const reader = (strict ??= codec.strictReaders(options));
    const input = structureOf(operation[4]);
    const stream = eventStreamOf(input);
    if (stream) {
      const streams = eventStreamsOf(options);
      const payloads = payloadsOf(codec, contentType, reader);
      const initial = withMembers(input, (name) => name !== stream[0]);
      return async (request) => {
        const read = await streams.read(streamOf(request.body ?? ""), stream[1], payloads, initial);
        return { ...read.initial, [stream[0]]: read.events };
      };
    }
    const read = reader(input);
    return (request) =>
      chain(collectBody(request.body), (body) => {
        const value = read(body);
        return isRecord(value) ? value : {};
      });
  });

  type WriteOutput = (output: StructureValue) => HttpResponseMessage;
  const outputWriter = once((operation: StaticOperationSchema): WriteOutput => {
    const output = structureOf(operation[5]);
    const stream = eventStreamOf(output);
    if (stream) {
      const streams = eventStreamsOf(options);
      const payloads = payloadsOf(codec, contentType);
      const initial = withMembers(output, (name) => name !== stream[0]);
      return (value) => ({
        statusCode: 200,
        headers: { ...style.responseHeaders, "content-type": eventStreamType },
        body: streams.write(eventsOf(value[stream[0]]), stream[1], payloads, {
          type: "initial-response",
          schema: initial,
          value,
        }),
      });
    }
    if (style.noBodyForUnit && isUnit(output)) {
      return () => ({ statusCode: 200, headers: { ...style.responseHeaders } });
    }
    const write = codec.writer(output);
    return (value) => ({
      statusCode: 200,
      headers: { ...style.responseHeaders, "content-type": contentType },
      body: write(value),
    });
  });

  const errorWriter = once((schema: StaticErrorSchema): WriteBody =>
    codec.writer([
      ShapeKind.structure,
      schema[1],
      schema[2],
      0,
      ["__type", ...schema[4]],
      [Sentinel.string, ...schema[5]],
    ]),
  );

  return {
    readRequest: (operation, request) =>
      asMalformedRequest(() => inputReader(operation.schema)(request)),

    writeResponse: (operation, output) =>
      outputWriter(operation.schema)(isRecord(output) ? output : {}),

    writeError: (_, error) => {
      const headers = { ...style.responseHeaders, "content-type": contentType };
      return {
        statusCode: errorStatusOf(error),
        headers: service.queryCompatible
          ? { ...headers, "x-amzn-query-error": queryErrorHeader(error) }
          : headers,
        body: errorWriter(error.schema ?? unmodelledError)({
          __type: style.errorType(service, error),
          ...errorDataOf(error),
        }),
      };
    },
  };
};

const queryErrorHeader = (error: ErrorMessage): string =>
  `${queryErrorOf(error.schema)?.[0] ?? error.code};${faultOf(error) === "client" ? "Sender" : "Receiver"}`;
