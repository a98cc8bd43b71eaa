import { isValidHostname } from "@smithy/core/transport";
import type {
  $OperationSchema,
  Endpoint,
  EndpointV2,
  HandlerExecutionContext,
  MetadataBearer,
  Pluggable,
  SerializeMiddleware,
  StaticOperationSchema,
} from "@smithy/types";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { operationOf } from "../client/call-operation.js";
import { encodedTraitsOf, inputOf, nameOf, namespaceOf, outputOf } from "@tinsmith/schema";
import { toEndpoint } from "../endpoints/to-endpoint.js";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { isOwnProtocol } from "../config/protocol-config.js";
import { HttpRequest } from "../http/http-request.js";

/** Serializes the request of each call. */
export const serializerPlugin = (
  config: ResolvedServiceClientConfig,
): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) =>
    stack.add(serializerMiddleware(config), {
      name: "serializerMiddleware",
      step: "serialize",
      tags: ["SERIALIZER"],
      override: true,
    }),
});

/** Converts a schema to the form that the AWS SDK's protocols expect. */
export const toSmithySchema = (schema: StaticOperationSchema): $OperationSchema => ({
  namespace: namespaceOf(schema),
  name: nameOf(schema),
  traits: encodedTraitsOf(schema),
  input: inputOf(schema),
  output: outputOf(schema),
});

const serializerMiddleware =
  (config: ResolvedServiceClientConfig): SerializeMiddleware<object, MetadataBearer> =>
  (next, context) => {
    const { description } = operationOf(context);
    return async (args) => {
      const { protocol } = config;
      const { defaults, schema } = description;
      const input = defaults?.input(schema, args.input) ?? args.input;
      if (isOwnProtocol(protocol)) {
        const message = protocol.writeRequest(description, input);
        return next({ ...args, request: toHttpRequest(message, requireEndpoint(context), config) });
      }
      const request = await protocol.serializeRequest(toSmithySchema(schema), input, {
        ...config,
        ...context,
        endpoint: async () => toEndpoint(requireEndpoint(context)),
      });
      return next({ ...args, request });
    };
  };

/** @throws Error if the endpoint middleware did not run */
function requireEndpoint({ endpointV2 }: HandlerExecutionContext): EndpointV2 {
  if (endpointV2 === undefined) throw new Error("The call has no endpoint.");
  return endpointV2;
}

const parsed = new WeakMap<EndpointV2, Endpoint>();

/** Caches parsed endpoints. Endpoint objects are usually shared between calls. */
function parseEndpoint(endpoint: EndpointV2): Endpoint {
  let found = parsed.get(endpoint);
  if (found === undefined) parsed.set(endpoint, (found = toEndpoint(endpoint)));
  return found;
}

function toHttpRequest(
  message: HttpRequestMessage,
  endpointV2: EndpointV2,
  { disableHostPrefix }: ResolvedServiceClientConfig,
): HttpRequest {
  const endpoint = parseEndpoint(endpointV2);
  const prefix = disableHostPrefix ? undefined : message.hostPrefix;
  return new HttpRequest({
    method: message.method,
    protocol: endpoint.protocol,
    hostname: prefix === undefined ? endpoint.hostname : addHostPrefix(prefix, endpoint.hostname),
    ...(endpoint.port !== undefined && { port: endpoint.port }),
    path: endpoint.path.replace(/\/$/, "") + message.path || "/",
    query: endpoint.query ? { ...endpoint.query, ...message.query } : message.query,
    headers: endpoint.headers ? { ...endpoint.headers, ...message.headers } : message.headers,
    body: message.body,
  });
}

/**
 * @throws Error if the prefix, which may contain input of the caller, makes the host name invalid
 */
function addHostPrefix(prefix: string, hostname: string): string {
  const name = prefix + hostname;
  if (isValidHostname(name)) return name;
  throw new Error(`Resolved host "${name}" is not a valid hostname.`);
}
