import type { DeserializeMiddleware, MetadataBearer, Pluggable } from "@smithy/types";
import { operationOf } from "../client/call-operation.js";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { isOwnProtocol } from "../config/protocol-config.js";
import { recreateException, withQueryCode } from "../errors/aws-exceptions.js";
import { responseMetadata } from "../errors/response-metadata.js";
import { isHttpResponse } from "../http/http-response.js";
import { attachResponse, readOutput } from "./read-output.js";
import { toSmithySchema } from "./serializer.js";

/** Reads the response of each attempt. Returns an output or throws an error. */
export const deserializerPlugin = (
  config: ResolvedServiceClientConfig,
): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) =>
    stack.add(deserializerMiddleware(config), {
      name: "deserializerMiddleware",
      step: "deserialize",
      tags: ["DESERIALIZER"],
      override: true,
    }),
});

const deserializerMiddleware =
  (config: ResolvedServiceClientConfig): DeserializeMiddleware<object, MetadataBearer> =>
  (next, context) => {
    const operation = operationOf(context);
    return async (args) => {
      const { response } = await next(args);
      if (!isHttpResponse(response)) return { response, output: { $metadata: {} } };
      try {
        const { protocol } = config;
        const output = isOwnProtocol(protocol)
          ? await readOutput(
              protocol,
              operation,
              response,
              responseMetadata(response),
              withQueryCode,
            )
          : await protocol.deserializeResponse(
              toSmithySchema(operation.description.schema),
              { ...config, ...context },
              response,
            );
        return { response, output };
      } catch (error) {
        const thrown = recreateException(operation, error);
        throw attachResponse(thrown, response, responseMetadata(response));
      }
    };
  };
