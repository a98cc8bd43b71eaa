import { fromUtf8, toBase64 } from "@smithy/core/serde";
import type { HttpRequest, Identity } from "@smithy/types";
import type { ServiceClientConfig } from "../config/client-config.js";
import { HttpRequest as Request } from "../http/http-request.js";
import type { AuthSchemeFactory, ClientAuthScheme } from "./auth-scheme.js";
import { identityOption } from "./identity-option.js";
import { missingLogin, requireLogin } from "./login.js";
import type { LoginConfig } from "./login.js";

const schemeId = "smithy.api#httpBasicAuth";

/**
 * Sends username and password in the `Authorization` header (RFC 7617).
 * Smithy: https://smithy.io/2.0/spec/authentication-traits.html#httpbasicauth-trait
 */
export const httpBasicAuth = (): AuthSchemeFactory => ({
  schemeId,
  create(input: ServiceClientConfig & LoginConfig, config): ClientAuthScheme {
    return {
      schemeId,
      missingIdentity: missingLogin,
      identityProvider: identityOption(config, "login", input.login),
      signer: { sign },
      signingProperties: () => ({}),
    };
  },
});

/**
 * @throws TypeError if the username contains a colon, because a colon separates it from the
 *   password
 */
async function sign(request: HttpRequest, identity: Identity): Promise<HttpRequest> {
  const { username, password } = requireLogin(identity);
  if (username.includes(":"))
    throw new TypeError("The username of basic authentication must not contain a colon.");
  const signed = Request.clone(request);
  signed.headers["authorization"] = `Basic ${toBase64(fromUtf8(`${username}:${password}`))}`;
  return signed;
}
