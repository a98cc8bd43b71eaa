import type { Identity, IdentityProvider } from "@smithy/types";
import { memoizeIdentity } from "./memoize-identity.js";

/**
 * Puts an option that holds an identity onto the client's configuration. A value that is assigned to it later, be it an
 * identity or a provider, replaces the one before.
 *
 * @param fallback - provides the identity if the option is omitted
 * @returns the provider that counts at the moment
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
