import { HttpResponse } from "@smithy/core/transport";
import type { DeserializeMiddleware, MetadataBearer, Pluggable } from "@smithy/types";
import { textOf } from "@tinsmith/protocols";
import type { ClientProtocol } from "@tinsmith/protocols";
import { operationOf } from "../client/call-operation.js";
import type { CallOperation } from "../client/call-operation.js";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { isOwnProtocol } from "../config/protocol-config.js";
import { createException, recreateException } from "../errors/create-exception.js";
import { responseMetadata } from "../errors/response-metadata.js";
import { isBuffered } from "../streaming/stream-body.js";
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
      if (!HttpResponse.isInstance(response)) return { response, output: { $metadata: {} } };
      try {
        const { protocol } = config;
        const output = isOwnProtocol(protocol)
          ? await readOutput(protocol, operation, response)
          : await protocol.deserializeResponse(
              toSmithySchema(operation.description.schema),
              { ...config, ...context },
              response,
            );
        return { response, output };
      } catch (error) {
        const thrown = recreateException(operation, error);
        throw attachResponse(thrown, response);
      }
    };
  };

async function readOutput(
  protocol: ClientProtocol,
  operation: CallOperation,
  response: HttpResponse,
): Promise<MetadataBearer> {
  lowerCaseNames(response.headers);
  const { description } = operation;
  const { output, error } = await protocol.readResponse(description, response);
  const { defaults, schema } = description;
  const $metadata = responseMetadata(response);
  if (error === undefined) return { $metadata, ...(defaults?.output(schema, output) ?? output) };
  if (error.requestId !== undefined) $metadata.requestId ??= error.requestId;
  const data = error.schema && defaults?.error(error.schema, error.data);
  throw createException(operation, data ? { ...error, data } : error, $metadata);
}

/**
 * Adds the response to an error, so that it can be inspected whatever the cause, and the text of a
 * body that is no document of the protocol, such as a proxy's page, under the AWS SDK's name.
 */
function attachResponse(error: unknown, response: HttpResponse): unknown {
  if (!(error instanceof Error)) return error;
  const { body }: { body?: unknown } = response;
  const isUnread = error.name === "Unknown" || !("$fault" in error);
  const attached = {
    $response: response,
    ...(isUnread && isBuffered(body) && { $responseBodyText: textOf(body ?? "") }),
  };
  for (const [name, value] of Object.entries(attached)) {
    Object.defineProperty(error, name, {
      value,
      enumerable: false,
      writable: true,
      configurable: true,
    });
  }
  if (!("$metadata" in error)) Object.assign(error, { $metadata: responseMetadata(response) });
  return error;
}

function lowerCaseNames(headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) {
    const lowerCase = name.toLowerCase();
    if (lowerCase === name) continue;
    delete headers[name];
    headers[lowerCase] = value;
  }
}
