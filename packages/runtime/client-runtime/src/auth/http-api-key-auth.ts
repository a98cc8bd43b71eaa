import type { ApiKeyIdentity, ApiKeyIdentityProvider, HttpRequest, Identity } from "@smithy/types";
import type { ServiceClientConfig } from "../config/client-config.js";
import { HttpRequest as Request } from "../http/http-request.js";
import type { AuthSchemeFactory, ClientAuthScheme } from "./auth-scheme.js";
import { identityOption } from "./identity-option.js";

/** Options of clients that authenticate with an API key. */
export interface HttpApiKeyAuthConfig {
  /** The API key, or a provider of it. */
  apiKey?: ApiKeyIdentity | ApiKeyIdentityProvider | undefined;
}

/** {@link HttpApiKeyAuthConfig} as resolved in `client.config`. */
export interface HttpApiKeyAuthResolvedConfig {
  /** The provider of API keys. Assign a key or a provider to replace it. */
  get apiKey(): ApiKeyIdentityProvider | undefined;
  set apiKey(value: ApiKeyIdentity | ApiKeyIdentityProvider | undefined);
}

/** The header or query parameter that carries the key. */
export interface ApiKeyPlace {
  /** The name of the header or query parameter. */
  readonly name: string;
  readonly in: "header" | "query";
  /** A prefix for the key in a header, separated from it by a space. */
  readonly scheme?: string;
}

const schemeId = "smithy.api#httpApiKeyAuth";

/**
 * Sends an API key in a header or in the query string.
 * Smithy: https://smithy.io/2.0/spec/authentication-traits.html#httpapikeyauth-trait
 */
export const httpApiKeyAuth = (place: ApiKeyPlace): AuthSchemeFactory => ({
  schemeId,
  create(input: ServiceClientConfig & HttpApiKeyAuthConfig, config): ClientAuthScheme {
    return {
      schemeId,
      missingIdentity: "the API key is missing; pass `apiKey` to the client",
      identityProvider: identityOption(config, "apiKey", input.apiKey),
      signer: { sign: async (request, identity) => withKey(request, requireKey(identity), place) },
      signingProperties: () => ({ ...place }),
    };
  },
});

function withKey(request: HttpRequest, key: string, place: ApiKeyPlace): HttpRequest {
  const signed = Request.clone(request);
  if (place.in === "query") signed.query[place.name] = key;
  else {
    signed.headers[place.name.toLowerCase()] =
      place.scheme === undefined ? key : `${place.scheme} ${key}`;
  }
  return signed;
}

/** @throws TypeError if the provider did not return a key */
function requireKey(identity: Identity): string {
  if ("apiKey" in identity && typeof identity.apiKey === "string" && identity.apiKey !== "") {
    return identity.apiKey;
  }
  throw new TypeError("The API key is missing: `apiKey` must provide `{ apiKey }`.");
}
