import type { MetadataBearer, Pluggable } from "@smithy/types";
import type { ClientProtocol } from "@tinsmith/protocols";
import { operationOf } from "../client/call-operation.js";
import { isHttpResponse } from "../http/http-response.js";
import { requestOf, requireEndpoint } from "../http/request-of.js";
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
          return next({ ...args, request: requestOf(message, requireEndpoint(context), false) });
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
