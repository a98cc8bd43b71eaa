import type { EndpointObjectProperty, EndpointParameters, EndpointV2 } from "@smithy/types";
import type { EndpointProvider } from "../config/options.js";

/**
 * Thrown if the endpoint rules reject the parameters. The message is that of the rule and states
 * what to change.
 */
export class EndpointError extends Error {
  override readonly name = "EndpointError";
}

/**
 * Reports that no rule matches the parameters.
 * @throws EndpointError always
 */
export function noMatch(): never {
  throw new EndpointError("No endpoint rule matches the parameters.");
}

const MAX_CACHED_ENDPOINTS = 50;

/** Creates an endpoint. Generated rules call it. */
export const endpoint = (
  url: string,
  properties: Record<string, EndpointObjectProperty> = {},
  headers: Record<string, string[]> = {},
): EndpointV2 => ({ url: new URL(url), properties, headers });

/** Caches the results of endpoint rules by the values of the named parameters. */
export function cachedEndpoints<Params extends EndpointParameters>(
  parameters: readonly (keyof Params & string)[],
  rules: EndpointProvider<Params>,
): EndpointProvider<Params> {
  const cache = new Map<string, EndpointV2>();
  return (params, context) => {
    const key = JSON.stringify(parameters.map((name) => params[name]));
    let found = cache.get(key);
    if (found === undefined) {
      found = rules(params, context);
      if (cache.size === MAX_CACHED_ENDPOINTS) cache.clear();
      cache.set(key, found);
    }
    return found;
  };
}

/**
 * Returns the configured endpoint. Clients of services without endpoint rules use it.
 * @throws EndpointError if no endpoint is configured
 */
export const configuredEndpoint: EndpointProvider<{ Endpoint?: string | undefined }> = (params) => {
  if (params.Endpoint !== undefined) return endpoint(params.Endpoint);
  throw new EndpointError("The service has no default endpoint. Pass `endpoint` to the client.");
};
