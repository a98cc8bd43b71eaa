import type { Identity, IdentityProvider } from "@smithy/types";
import { memoizeIdentity } from "./memoize-identity.js";

/**
 * Adds an option that holds an identity to the client's configuration. An identity or provider that
 * is assigned to it later replaces the previous one.
 *
 * @param fallback - the provider to use if the option was omitted
 * @returns a function that returns the current provider
 */
export function identityOption<Known extends Identity>(
  config: object,
  name: string,
  given: Known | IdentityProvider<Known> | undefined,
  fallback?: IdentityProvider<Known>,
): () => IdentityProvider<Known> | undefined {
  const remember = (value: Known | IdentityProvider<Known> | undefined) =>
    value === undefined ? undefined : memoizeIdentity(value, config);
  let provider = remember(given ?? fallback);
  Object.defineProperty(config, name, {
    enumerable: true,
    configurable: true,
    get: () => provider,
    set: (value: Known | IdentityProvider<Known> | undefined) => {
      provider = remember(value);
    },
  });
  return () => provider;
}
