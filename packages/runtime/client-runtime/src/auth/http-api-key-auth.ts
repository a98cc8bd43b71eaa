import type { ApiKeyIdentity, ApiKeyIdentityProvider, HttpRequest, Identity } from "@smithy/types";
import type { ServiceClientConfig } from "../config/client-config.js";
import { HttpRequest as Request } from "../http/http-request.js";
import type { AuthSchemeFactory, ClientAuthScheme } from "./auth-scheme.js";
import { identityOption } from "./identity-option.js";

/** Options of clients that show an API key. */
export interface HttpApiKeyAuthConfig {
  /** The key, or where to get it. */
  apiKey?: ApiKeyIdentity | ApiKeyIdentityProvider | undefined;
}

/** What {@link HttpApiKeyAuthConfig} becomes in `client.config`. */
export interface HttpApiKeyAuthResolvedConfig {
  /** The provider of keys. A value that is assigned replaces it, be it a key or a provider. */
  get apiKey(): ApiKeyIdentityProvider | undefined;
  set apiKey(value: ApiKeyIdentity | ApiKeyIdentityProvider | undefined);
}

/** Where a service wants the key. */
export interface ApiKeyPlace {
  /** The header or query parameter. */
  readonly name: string;
  readonly in: "header" | "query";
  /** Goes before the key, with a blank between; headers only. */
  readonly scheme?: string;
}

const schemeId = "smithy.api#httpApiKeyAuth";

/**
 * An API key in a header or the query.
 * Smithy: https://smithy.io/2.0/spec/authentication-traits.html#httpapikeyauth-trait
 */
export const httpApiKeyAuth = (place: ApiKeyPlace): AuthSchemeFactory => ({
  schemeId,
  create(input: ServiceClientConfig & HttpApiKeyAuthConfig, config): ClientAuthScheme {
    return {
      schemeId,
      missingIdentity: "there is no key; pass `apiKey` to the client",
      identityProvider: identityOption(config, "apiKey", input.apiKey),
      signer: { sign: async (request, identity) => withKey(request, keyOf(identity), place) },
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

/** @throws TypeError where the provider gave no key */
function keyOf(identity: Identity): string {
  if ("apiKey" in identity && typeof identity.apiKey === "string" && identity.apiKey !== "") {
    return identity.apiKey;
  }
  throw new TypeError("The API key is missing: `apiKey` has to give `{ apiKey }`.");
}
