import type { ResolvedServiceClientConfig, ServiceClientConfig } from "../config/client-config.js";
import type { Platform } from "../platform.js";
import type { AuthSchemeFactory } from "./auth-scheme.js";

/** The authentication schemes of a service and of its operations. */
export interface Authentication {
  /**
   * Schemes that the service accepts, best first. If empty, requests are not signed.
   */
  readonly authSchemes: readonly AuthSchemeFactory[];
  /** Schemes that only individual operations or the endpoint rules use. */
  readonly furtherAuthSchemes?: readonly AuthSchemeFactory[];
  /** Ids of the schemes of operations that differ from the service's, by operation name. */
  readonly operationAuth?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Sets up the authentication schemes of the service, or the schemes that the user passed instead.
 */
export function resolveAuth(
  { authSchemes, furtherAuthSchemes = [], operationAuth }: Authentication,
  input: ServiceClientConfig,
  config: ResolvedServiceClientConfig,
  platform: Platform,
): void {
  const factories = [...authSchemes, ...furtherAuthSchemes];
  const schemes = factories.map((factory) => factory.create(input, config, platform));
  const serviceSchemeIds = authSchemes.map(({ schemeId }) => schemeId);
  config.httpAuthSchemes = input.httpAuthSchemes ?? schemes;
  config.httpAuthSchemeProvider =
    input.httpAuthSchemeProvider ??
    ((parameters) => {
      const ids = operationAuth?.[parameters.operation] ?? serviceSchemeIds;
      return ids.map((schemeId) => ({
        schemeId,
        signingProperties:
          schemes.find((scheme) => scheme.schemeId === schemeId)?.signingProperties(parameters) ??
          {},
      }));
    });
}
