import type { EndpointObjectProperty, EndpointParameters, EndpointV2 } from "@smithy/types";
import type { EndpointProvider } from "../config/options.js";

/** What the parameters lead to is no endpoint. The message is that of the rule, and says what to change. */
export class EndpointError extends Error {
  override readonly name = "EndpointError";
}

/**
 * Where no rule holds, there is no endpoint.
 * @throws EndpointError always
 */
export function noMatch(): never {
  throw new EndpointError("No endpoint rule matches the parameters.");
}

const CACHED_ENDPOINTS = 50;

/** Makes an endpoint, as the rules write it down. */
export const endpoint = (
  url: string,
  properties: Record<string, EndpointObjectProperty> = {},
  headers: Record<string, string[]> = {},
): EndpointV2 => ({ url: new URL(url), properties, headers });

/** Remembers the endpoints that rules found, by the values of the named parameters. */
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
      if (cache.size === CACHED_ENDPOINTS) cache.clear();
      cache.set(key, found);
    }
    return found;
  };
}

/**
 * Stands where a service has no endpoint rules: the endpoint is the one that the client was given.
 * @throws EndpointError where it was given none
 */
export const configuredEndpoint: EndpointProvider<{ Endpoint?: string | undefined }> = (params) => {
  if (params.Endpoint !== undefined) return endpoint(params.Endpoint);
  throw new EndpointError("This service has no endpoint of its own: configure one as `endpoint`.");
};
