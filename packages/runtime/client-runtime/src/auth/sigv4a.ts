import { normalizeProvider } from "@smithy/core/transport";
import type { Provider } from "@smithy/types";
import type { Configurable } from "../config/options.js";
import type { ResolvedServiceClientConfig, ServiceClientConfig } from "../config/client-config.js";
import type { AuthSchemeFactory, ClientAuthScheme } from "./auth-scheme.js";
import { resolveSigV4Config } from "./sigv4-config.js";
import type { CreateSigner, SigV4Config, SigV4ResolvedConfig } from "./sigv4-config.js";
import { SigV4aRequestSigner } from "./sigv4a-request-signer.js";
import { SigV4Signer } from "./sigv4-signer.js";

/** Options of clients that sign for several regions at once. */
export interface SigV4aConfig extends SigV4Config {
  /**
   * The regions in which a signature is valid; `["*"]` means all. Default: the regions of the
   * endpoint, then the client's region.
   */
  sigv4aSigningRegionSet?: Configurable<string[] | undefined> | undefined;
}

/** {@link SigV4aConfig} as resolved in `client.config`. */
export interface SigV4aResolvedConfig extends SigV4ResolvedConfig {
  sigv4aSigningRegionSet: Provider<string[] | undefined>;
}

const schemeId = "aws.auth#sigv4a";

/**
 * AWS Signature Version 4A (asymmetric, for several regions) for the named service.
 * Smithy: https://smithy.io/2.0/aws/aws-auth.html#aws-auth-sigv4a-trait
 */
export const sigv4a = (signingName: string): AuthSchemeFactory => ({
  schemeId,
  create(input: ServiceClientConfig & SigV4aConfig, config, platform): ClientAuthScheme {
    const createSigner: CreateSigner = (credentials, authScheme, encodePathOnce = false) =>
      new SigV4aRequestSigner({
        credentials,
        region: authScheme?.signingRegion ?? (() => config.region()),
        service: authScheme?.signingName ?? signingName,
        sha256: config.sha256,
        uriEscapePath: settings.signingEscapePath && !encodePathOnce,
      });
    // A service that accepts both versions uses one set of credentials and one clock.
    const settings = hasSigV4(config)
      ? config
      : resolveSigV4Config(input, config, platform, createSigner);
    const list = platform
      .settings(config)
      .text("AWS_SIGV4A_SIGNING_REGION_SET", "sigv4a_signing_region_set");
    const regionSet = normalizeProvider(
      input.sigv4aSigningRegionSet ?? (async () => splitList(await list())),
    );
    Object.assign(config, { sigv4aSigningRegionSet: regionSet });
    return {
      schemeId,
      identityProvider: () => settings.credentials,
      signer: new SigV4Signer(
        settings,
        input.signer === undefined ? createSigner : undefined,
        async (properties) => (await regionSet()) ?? endpointRegions(properties),
      ),
      signingProperties: ({ region }) => ({ name: signingName, region }),
    };
  },
});

const hasSigV4 = (
  config: ResolvedServiceClientConfig,
): config is ResolvedServiceClientConfig & SigV4ResolvedConfig => "systemClockOffset" in config;

const splitList = (text: string | undefined): string[] | undefined =>
  text
    ?.split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** Returns the regions that the endpoint specifies, if any. */
const endpointRegions = ({ signingRegionSet }: Record<string, unknown>): string[] | undefined =>
  Array.isArray(signingRegionSet) ? signingRegionSet.map(String) : undefined;
