import type { HttpAuthScheme } from "@smithy/types";
import type { AuthSchemeParameters } from "../config/options.js";
import type { ResolvedServiceClientConfig, ServiceClientConfig } from "../config/client-config.js";
import type { Platform } from "../platform.js";

/** A way of proving who calls, set up for one client. */
export interface ClientAuthScheme extends HttpAuthScheme {
  /** What to do where the client has no identity for the scheme, for example "pass `token` to the client". */
  readonly missingIdentity?: string;
  /** What the signer is told about a call. */
  signingProperties(parameters: AuthSchemeParameters): Record<string, unknown>;
}

/**
 * A way of proving who calls, as a service names it. A client carries the code of the schemes its service takes and of
 * no others.
 */
export interface AuthSchemeFactory {
  readonly schemeId: string;
  /** Resolves the scheme's own options onto the client's configuration, and makes the scheme. */
  create(
    input: ServiceClientConfig,
    config: ResolvedServiceClientConfig,
    platform: Platform,
  ): ClientAuthScheme;
}
