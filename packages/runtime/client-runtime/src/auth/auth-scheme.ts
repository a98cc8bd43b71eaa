import type { HttpAuthScheme } from "@smithy/types";
import type { AuthSchemeParameters } from "../config/options.js";
import type { ResolvedServiceClientConfig, ServiceClientConfig } from "../config/client-config.js";
import type { Platform } from "../platform.js";

/** An authentication scheme, set up for one client. */
export interface ClientAuthScheme extends HttpAuthScheme {
  /**
   * Advice for a client without an identity for the scheme, for example "pass `token` to the
   * client".
   */
  readonly missingIdentity?: string;
  /** Returns the properties that the signer receives with a call. */
  signingProperties(parameters: AuthSchemeParameters): Record<string, unknown>;
}

/**
 * An authentication scheme as a service declares it. A client carries only the code of the schemes
 * that its service accepts.
 */
export interface AuthSchemeFactory {
  readonly schemeId: string;
  /** Resolves the scheme's options into the client's configuration and creates the scheme. */
  create(
    input: ServiceClientConfig,
    config: ResolvedServiceClientConfig,
    platform: Platform,
  ): ClientAuthScheme;
}
