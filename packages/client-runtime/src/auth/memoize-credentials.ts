import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "@smithy/types";

/** Credentials that expire sooner than this are fetched anew. */
const REFRESH_AHEAD = 300_000;

/**
 * Keeps credentials until five minutes before they expire, and never asks for them twice at a time.
 *
 * @param config the client's, which providers that assume a role take region and handler from
 */
export const memoizeCredentials = (
  credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider,
  config: object,
): AwsCredentialIdentityProvider => {
  if (typeof credentials !== "function") return async () => credentials;
  let known: AwsCredentialIdentity | undefined;
  let pending: Promise<AwsCredentialIdentity> | undefined;
  const fetch = async (options: object): Promise<AwsCredentialIdentity> => {
    pending ??= credentials({ ...options, callerClientConfig: config });
    try {
      known = await pending;
      return known;
    } finally {
      pending = undefined;
    }
  };
  return async (options = {}) => {
    if (known === undefined || expiresSoon(known) || options["forceRefresh"] === true) {
      return fetch(options);
    }
    return known;
  };
};

const expiresSoon = ({ expiration }: AwsCredentialIdentity): boolean =>
  expiration !== undefined && expiration.getTime() - Date.now() < REFRESH_AHEAD;
