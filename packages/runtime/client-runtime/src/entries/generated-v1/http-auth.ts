/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export { customAuth } from "../../auth/custom-auth.js";
export { httpApiKeyAuth } from "../../auth/http-api-key-auth.js";
export type {
  HttpApiKeyAuthConfig,
  HttpApiKeyAuthResolvedConfig,
} from "../../auth/http-api-key-auth.js";
export { httpBasicAuth } from "../../auth/http-basic-auth.js";
export { bearerToken, httpBearerAuth } from "../../auth/http-bearer-auth.js";
export type {
  HttpBearerAuthConfig,
  HttpBearerAuthResolvedConfig,
} from "../../auth/http-bearer-auth.js";
export { digestChallenges, httpDigestAuth } from "../../auth/http-digest-auth.js";
export type { LoginConfig, LoginResolvedConfig } from "../../auth/login.js";
