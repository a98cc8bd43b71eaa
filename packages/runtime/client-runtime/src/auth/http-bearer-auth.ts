import type { HttpRequest, Identity, TokenIdentity, TokenIdentityProvider } from "@smithy/types";
import type { ServiceClientConfig } from "../config/client-config.js";
import { defaultToken } from "../node/default-token.js";
import type { AuthSchemeFactory, ClientAuthScheme } from "./auth-scheme.js";
import { identityOption } from "./identity-option.js";

/** Options of clients that authenticate with a bearer token. */
export interface HttpBearerAuthConfig {
  /**
   * The token, or a provider of it. A token with an `expiration` is refreshed five minutes before
   * it expires. Default, for AWS services in Node: `AWS_BEARER_TOKEN_<SERVICE>`, then the SSO
   * session of the profile.
   */
  token?: TokenIdentity | TokenIdentityProvider | undefined;
}

/** {@link HttpBearerAuthConfig} as resolved in `client.config`. */
export interface HttpBearerAuthResolvedConfig {
  /** The provider of tokens. Assign a token or a provider to replace it. */
  get token(): TokenIdentityProvider | undefined;
  set token(value: TokenIdentity | TokenIdentityProvider | undefined);
}

const schemeId = "smithy.api#httpBearerAuth";

/**
 * Sends a bearer token in the `Authorization` header (RFC 6750).
 * Smithy: https://smithy.io/2.0/spec/authentication-traits.html#httpbearerauth-trait
 *
 * @param signingName - the signing name of an AWS service, under which the environment holds its
 * token; other services have no default token
 */
export const httpBearerAuth = (signingName?: string): AuthSchemeFactory => ({
  schemeId,
  create: (input: ServiceClientConfig & HttpBearerAuthConfig, config) =>
    createScheme(
      config,
      input,
      signingName === undefined ? undefined : defaultToken(signingName, config.profile),
    ),
});

/**
 * {@link httpBearerAuth} for services without a default token. Clients of such services do not carry
 * the chain that looks for one.
 */
export const bearerToken = (): AuthSchemeFactory => ({
  schemeId,
  create: (input: ServiceClientConfig & HttpBearerAuthConfig, config) =>
    createScheme(config, input),
});

const createScheme = (
  config: object,
  { token }: HttpBearerAuthConfig,
  fallback?: TokenIdentityProvider,
): ClientAuthScheme => ({
  schemeId,
  missingIdentity: "the token is missing; pass `token` to the client",
  identityProvider: identityOption(config, "token", token, fallback),
  signer: { sign },
  signingProperties: () => ({}),
});

/** @throws TypeError if the provider did not return a token */
async function sign(request: HttpRequest, identity: Identity): Promise<HttpRequest> {
  if (!("token" in identity) || typeof identity.token !== "string" || identity.token === "") {
    throw new TypeError("The bearer token is missing: `token` must provide `{ token }`.");
  }
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${identity.token}` } };
}
