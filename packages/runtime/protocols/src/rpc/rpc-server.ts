import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import {
  Sentinel,
  eventStreamOf,
  inputOf,
  isUnit,
  membersOf,
  outputOf,
  replaceMembers,
  structureOf,
  withMembers,
} from "@tinsmith/schema";
import {
  eventsOf,
  eventStreamsOf,
  eventStreamType,
  payloadsOf,
} from "../event-streams/stream-support.js";
import { chain, collectBody, streamOf } from "../http/collect-body.js";
import { acceptedTypeCheck, bodyTypeCheck } from "../http/media-types.js";
import { asMalformedRequest } from "../malformed-request.js";
import type {
  Awaitable,
  ErrorMessage,
  HttpRequestMessage,
  HttpResponseMessage,
  OperationDescription,
  Router,
  ServerProtocol,
  ServerProtocolOptions,
  ServiceSchema,
  StructureValue,
} from "../protocol.js";
import { isRecord } from "../values/members.js";
import { once } from "../schema/once.js";
import type { WriteBody } from "../codec/body-codec.js";
import { faultOf, queryErrorOf } from "../errors/error-code.js";
import { errorDataOf, errorStatusOf, unmodeledError, withMessage } from "./write-error.js";
import type { RpcServerStyle } from "./rpc-style.js";

/** Creates the server side of an RPC protocol. */
export function createRpcServer(
  style: RpcServerStyle,
  service: ServiceSchema,
  options: ServerProtocolOptions,
): ServerProtocol {
  const { codec, contentType } = style;
  const reader = style.strictReaders(options);

  type ReadInput = (request: HttpRequestMessage) => Awaitable<StructureValue>;
  const inputReader = once((operation: StaticOperationSchema): ReadInput => {
    const read = contentReader(operation);
    const isStream = eventStreamOf(structureOf(inputOf(operation))) !== undefined;
    const checkBody = bodyTypeCheck(
      isStream ? [eventStreamType] : [contentType, ...(style.otherContentTypes ?? [])],
    );
    // For an event stream, `Accept` may name the media type of the payloads instead of the media
    // type of the stream. Therefore it is not checked.
    const returnsEvents = eventStreamOf(structureOf(outputOf(operation))) !== undefined;
    const checkAccept =
      style.checksAccept && !returnsEvents ? acceptedTypeCheck(contentType) : undefined;
    return (request) => {
      checkBody(request);
      checkAccept?.(request);
      return read(request);
    };
  });

  const contentReader = (operation: StaticOperationSchema): ReadInput => {
    const input = structureOf(inputOf(operation));
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
  };

  type WriteOutput = (output: StructureValue) => HttpResponseMessage;
  const outputWriter = once((operation: StaticOperationSchema): WriteOutput => {
    const output = structureOf(outputOf(operation));
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
    if (isUnit(output)) {
      // Without an output there is no body, but AWS JSON still sends the content type.
      const type = style.noBodyForUnit ? undefined : { "content-type": contentType };
      return () => ({ statusCode: 200, headers: { ...style.responseHeaders, ...type } });
    }
    const write = codec.writer(output);
    return (value) => ({
      statusCode: 200,
      headers: { ...style.responseHeaders, "content-type": contentType },
      body: write(value),
    });
  });

  const errorWriter = once((schema: StaticErrorSchema): WriteBody => {
    const members = membersOf(withMessage(schema, schema));
    return codec.writer(replaceMembers(schema, [["__type", Sentinel.string], ...members]));
  });

  return {
    id: style.id,

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
        body: errorWriter(error.schema ?? unmodeledError)({
          __type: style.errorType(service, error),
          ...errorDataOf(error),
        }),
      };
    },

    router: <Operation extends OperationDescription>(
      operations: readonly Operation[],
    ): Router<Operation> => {
      const routes = new Map(
        operations.map((operation) => [style.routeOf(service, operation.schema), operation]),
      );
      return (request) => {
        const route = style.routeOfRequest(request);
        return route === undefined ? undefined : routes.get(route);
      };
    },
  };
}

const queryErrorHeader = (error: ErrorMessage): string =>
  `${queryErrorOf(error.schema)?.[0] ?? error.code};${faultOf(error) === "client" ? "Sender" : "Receiver"}`;
