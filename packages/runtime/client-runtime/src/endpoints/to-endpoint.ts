import { parseUrl } from "@smithy/core/transport";
import type { Endpoint, EndpointV2 } from "@smithy/types";

/** Converts any form of an endpoint to its parts. */
export function toEndpoint(endpoint: string | Endpoint | EndpointV2): Endpoint {
  // Programs may pass a `URL`, although its type is not declared.
  if (typeof endpoint === "string" || endpoint instanceof URL) return parseUrl(endpoint);
  if (!("url" in endpoint)) return endpoint;
  const headers = Object.entries(endpoint.headers ?? {}).map(([name, values]) => [
    name.toLowerCase(),
    values.join(", "),
  ]);
  return {
    ...parseUrl(endpoint.url),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
  };
}
