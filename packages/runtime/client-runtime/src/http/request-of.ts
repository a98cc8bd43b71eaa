import { isValidHostname } from "@smithy/core/transport";
import type { Endpoint, EndpointV2, HandlerExecutionContext, HttpRequest } from "@smithy/types";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { toEndpoint } from "../endpoints/to-endpoint.js";

/** @throws Error if the endpoint middleware did not run */
export function requireEndpoint({ endpointV2 }: HandlerExecutionContext): EndpointV2 {
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

/** Addresses a message to an endpoint. */
export function requestOf(
  message: HttpRequestMessage,
  endpointV2: EndpointV2,
  disableHostPrefix: boolean,
): HttpRequest {
  const endpoint = parseEndpoint(endpointV2);
  const prefix = disableHostPrefix ? undefined : message.hostPrefix;
  return {
    method: message.method,
    protocol: endpoint.protocol,
    hostname: prefix === undefined ? endpoint.hostname : addHostPrefix(prefix, endpoint.hostname),
    ...(endpoint.port !== undefined && { port: endpoint.port }),
    path: endpoint.path.replace(/\/$/, "") + message.path || "/",
    query: endpoint.query ? { ...endpoint.query, ...message.query } : message.query,
    headers: endpoint.headers ? { ...endpoint.headers, ...message.headers } : message.headers,
    body: message.body,
  };
}

/** @throws Error if the prefix makes the host name invalid; it may contain input of the caller */
function addHostPrefix(prefix: string, hostname: string): string {
  const name = prefix + hostname;
  if (isValidHostname(name)) return name;
  throw new Error(`Resolved host "${name}" is not a valid hostname.`);
}
