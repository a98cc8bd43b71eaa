import type { ResolvedServiceClientConfig } from "../config/client-config.js";

/** Whether somebody named an endpoint, in the code or around it: then that one is wanted. */
export const hasOwnEndpoint = async (config: ResolvedServiceClientConfig): Promise<boolean> =>
  config.isCustomEndpoint ||
  (!config.ignoreConfiguredEndpointUrls &&
    (await config.serviceConfiguredEndpoint()) !== undefined);
