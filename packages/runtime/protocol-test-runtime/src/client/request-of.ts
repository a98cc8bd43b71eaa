import type { HttpRequest } from "@smithy/types";
import { capture } from "./capture.js";
import { clientConfig } from "./client-config.js";
import type { ClientTestConfig } from "./client-config.js";

/** What a client is configured with that has to find the endpoint itself. */
export interface EndpointTestConfig extends Omit<ClientTestConfig, "endpoint"> {
  /** Endpoint tests are about rules: prefixes of operations come after those. */
  readonly disableHostPrefix: boolean;
}

/**
 * The request that a call leads to, for the model's tests of endpoints.
 *
 * @throws whatever the call throws before it sends anything
 */
export const requestOf = (
  call: (config: EndpointTestConfig) => Promise<unknown>,
): Promise<HttpRequest> =>
  capture(call, (handle) => {
    const { endpoint: _, ...config } = clientConfig(handle);
    return { ...config, disableHostPrefix: true };
  });
