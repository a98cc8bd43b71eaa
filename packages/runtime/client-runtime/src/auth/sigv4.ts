import type { ResolvedServiceClientConfig, ServiceClientConfig } from "../config/client-config.js";
import type { Platform } from "../platform.js";
import type { AuthSchemeFactory, ClientAuthScheme } from "./auth-scheme.js";
import { SigV4RequestSigner } from "./request-signer.js";
import { resolveSigV4Config } from "./sigv4-config.js";
import type { CreateSigner, SigV4Config } from "./sigv4-config.js";
import { sigv4Id } from "./sigv4-id.js";
import { SigV4Signer } from "./sigv4-signer.js";

/**
 * AWS Signature Version 4 for the named service.
 * Smithy: https://smithy.io/2.0/aws/aws-auth.html#aws-auth-sigv4-trait
 */
export const sigv4 = (signingName: string): AuthSchemeFactory => ({
  schemeId: sigv4Id,
  create(
    input: ServiceClientConfig & SigV4Config,
    config: ResolvedServiceClientConfig,
    platform: Platform,
  ): ClientAuthScheme {
    const createSigner: CreateSigner = (credentials, authScheme, encodePathOnce = false) =>
      new (input.signerConstructor ?? SigV4RequestSigner)({
        credentials,
        region: authScheme?.signingRegion ?? input.signingRegion ?? (() => config.region()),
        service: authScheme?.signingName ?? signingName,
        sha256: config.sha256,
        uriEscapePath: settings.signingEscapePath && !encodePathOnce,
      });
    const settings = resolveSigV4Config(input, config, platform, createSigner);
    return {
      schemeId: sigv4Id,
      identityProvider: () => settings.credentials,
      signer: new SigV4Signer(settings, input.signer === undefined ? createSigner : undefined),
      signingProperties: ({ region }) => ({
        name: signingName,
        region: input.signingRegion ?? region,
      }),
    };
  },
});
