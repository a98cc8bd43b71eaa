import type {
  HandlerExecutionContext,
  HttpRequest,
  MetadataBearer,
  Pluggable,
} from "@smithy/types";
import type { ClientProtocol, HttpRequestMessage } from "@tinsmith/protocols";
import { operationOf } from "../client/call-operation.js";
import { isHttpResponse } from "../http/http-response.js";
import { attachResponse, readOutput } from "./read-output.js";

/** Writes the request of each call. */
export const writeRequests = (protocol: ClientProtocol): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) =>
    stack.add(
      (next, context) => {
        const { description } = operationOf(context);
        const { defaults, schema } = description;
        return async (args) => {
          const input = defaults?.input(schema, args.input) ?? args.input;
          const message = protocol.writeRequest(description, input);
          return next({ ...args, request: addressed(message, context) });
        };
      },
      { name: "serializerMiddleware", step: "serialize", tags: ["SERIALIZER"], override: true },
    ),
});

/** Reads the response of each attempt. Returns an output or throws an error. */
export const readResponses = (protocol: ClientProtocol): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) =>
    stack.add(
      (next, context) => {
        const operation = operationOf(context);
        return async (args) => {
          const { response } = await next(args);
          if (!isHttpResponse(response)) return { response, output: { $metadata: {} } };
          const $metadata = { httpStatusCode: response.statusCode };
          try {
            return {
              response,
              output: await readOutput(protocol, operation, response, $metadata),
            };
          } catch (error) {
            throw attachResponse(error, response, $metadata);
          }
        };
      },
      {
        name: "deserializerMiddleware",
        step: "deserialize",
        tags: ["DESERIALIZER"],
        override: true,
      },
    ),
});

/** Addresses a message to the endpoint of the call. */
function addressed(
  { hostPrefix = "", path, headers, ...message }: HttpRequestMessage,
  { endpointV2, endpointHeaders }: HandlerExecutionContext,
): HttpRequest {
  if (endpointV2 === undefined) throw new Error("The call has no endpoint.");
  const { protocol, hostname, port, pathname, searchParams } = endpointV2.url;
  return {
    ...message,
    protocol,
    // A prefix may contain input. The URL parser rejects it if it makes the name invalid.
    hostname: hostPrefix ? new URL(`${protocol}//${hostPrefix}${hostname}`).hostname : hostname,
    ...(port && { port: Number(port) }),
    path: pathname.replace(/\/$/, "") + path || "/",
    query: { ...Object.fromEntries(searchParams), ...message.query },
    headers: { ...endpointHeaders, ...headers },
  };
}
