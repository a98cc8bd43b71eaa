import { normalizeProvider } from "@smithy/core/transport";
import type { Endpoint, Provider, RelativeMiddlewareOptions } from "@smithy/types";
import type { ApiClientConfig } from "../api/api-client-config.js";
import { toEndpoint } from "./to-endpoint.js";

/** The position of the middleware that resolves the endpoint. */
export const endpointPosition: RelativeMiddlewareOptions = {
  name: "endpointV2Middleware",
  tags: ["ENDPOINT_PARAMETERS", "ENDPOINT_V2", "ENDPOINT"],
  relation: "before",
  toMiddleware: "serializerMiddleware",
  override: true,
};

/** Returns the endpoint that the code passed to a client. */
export function givenEndpoint({ endpoint }: ApiClientConfig): Provider<Endpoint> | undefined {
  if (endpoint === undefined) return undefined;
  return typeof endpoint === "function"
    ? async () => toEndpoint(String(await endpoint()))
    : normalizeProvider(toEndpoint(String(endpoint)));
}

/** Returns an endpoint as a URL. */
export const urlOfEndpoint = ({ protocol, hostname, port, path }: Endpoint): string =>
  `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path}`;
