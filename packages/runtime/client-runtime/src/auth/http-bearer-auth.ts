import type { HttpRequest, Identity, TokenIdentity, TokenIdentityProvider } from "@smithy/types";
import type { ServiceClientConfig } from "../config/client-config.js";
import { HttpRequest as Request } from "../http/http-request.js";
import { defaultToken } from "../node/default-token.js";
import type { AuthSchemeFactory, ClientAuthScheme } from "./auth-scheme.js";
import { identityOption } from "./identity-option.js";

/** Options of clients that show a bearer token. */
export interface HttpBearerAuthConfig {
  /**
   * The token, or where to get it. A token with an `expiration` is asked for again five minutes before. Default, for
   * AWS services in Node: `AWS_BEARER_TOKEN_<SERVICE>`, then the SSO session of the profile.
   */
  token?: TokenIdentity | TokenIdentityProvider | undefined;
}

/** What {@link HttpBearerAuthConfig} becomes in `client.config`. */
export interface HttpBearerAuthResolvedConfig {
  /** The provider of tokens. A value that is assigned replaces it, be it a token or a provider. */
  get token(): TokenIdentityProvider | undefined;
  set token(value: TokenIdentity | TokenIdentityProvider | undefined);
}

const schemeId = "smithy.api#httpBearerAuth";

/**
 * A bearer token in the `Authorization` header (RFC 6750).
 * Smithy: https://smithy.io/2.0/spec/authentication-traits.html#httpbearerauth-trait
 *
 * @param signingName - the name of an AWS service whose token can be set in the environment; other
 *   services have no default token
 */
export const httpBearerAuth = (signingName?: string): AuthSchemeFactory => ({
  schemeId,
  create(input: ServiceClientConfig & HttpBearerAuthConfig, config): ClientAuthScheme {
    const fallback =
      signingName === undefined ? undefined : defaultToken(signingName, config.profile);
    const token = identityOption(config, "token", input.token, fallback);
    return {
      schemeId,
      missingIdentity: "there is no token; pass `token` to the client",
      identityProvider: token,
      signer: { sign },
      signingProperties: () => ({}),
    };
  },
});

/** @throws TypeError where the provider gave no token */
async function sign(request: HttpRequest, identity: Identity): Promise<HttpRequest> {
  if (!("token" in identity) || typeof identity.token !== "string" || identity.token === "") {
    throw new TypeError("The bearer token is missing: `token` has to give `{ token }`.");
  }
  const signed = Request.clone(request);
  signed.headers["authorization"] = `Bearer ${identity.token}`;
  return signed;
}
