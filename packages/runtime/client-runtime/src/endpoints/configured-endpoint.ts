import type { ResolvedServiceClientConfig } from "../config/client-config.js";

/**
 * Returns true if the code, the environment or the profile configures an endpoint. Such an endpoint
 * takes precedence.
 */
export const hasConfiguredEndpoint = async (
  config: ResolvedServiceClientConfig,
): Promise<boolean> =>
  config.isCustomEndpoint ||
  (!config.ignoreConfiguredEndpointUrls &&
    (await config.serviceConfiguredEndpoint()) !== undefined);
