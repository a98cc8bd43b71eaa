import type { Identity, IdentityProvider } from "@smithy/types";

/** Identities that expire sooner than this are refreshed. */
const REFRESH_AHEAD = 300_000;

/**
 * Caches credentials, a token or a key until five minutes before it expires, and shares one pending
 * call of the provider. If the refresh fails, the cached identity is used until it expires.
 *
 * @param config - the client's configuration; providers that assume a role take region and request
 * handler from it
 */
export function memoizeIdentity<Known extends Identity>(
  identity: Known | IdentityProvider<Known>,
  config: object,
): IdentityProvider<Known> {
  if (typeof identity !== "function") return async () => identity;
  let known: Known | undefined;
  let pending: Promise<Known> | undefined;
  const fetch = async (options: object): Promise<Known> => {
    pending ??= identity({ ...options, callerClientConfig: config });
    try {
      known = await pending;
      return known;
    } finally {
      pending = undefined;
    }
  };
  return async (options = {}) => {
    if (options["forceRefresh"] === true) return fetch(options);
    if (known !== undefined && !expiresWithin(known, REFRESH_AHEAD)) return known;
    return fetch(options).catch((error: unknown) => {
      if (known !== undefined && !expiresWithin(known, 0)) return known;
      throw error;
    });
  };
}

const expiresWithin = ({ expiration }: Identity, milliseconds: number): boolean =>
  expiration !== undefined && expiration.getTime() - Date.now() < milliseconds;
