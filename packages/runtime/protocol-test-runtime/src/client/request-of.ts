import type { HttpRequest } from "@smithy/types";
import { capture } from "./capture.js";
import { clientConfig } from "./client-config.js";
import type { ClientTestConfig } from "./client-config.js";

/** The configuration of a client that has to resolve the endpoint itself. */
export interface EndpointTestConfig extends Omit<ClientTestConfig, "endpoint"> {
  /** Endpoint tests concern the rules. Prefixes of operations are applied after the rules. */
  readonly disableHostPrefix: boolean;
}

/**
 * Returns the request of a call, for the model's tests of endpoints.
 *
 * @throws the error of the call before it sends a request
 */
export const requestOf = (
  call: (config: EndpointTestConfig) => Promise<unknown>,
): Promise<HttpRequest> =>
  capture(call, (handle) => {
    const { endpoint: _, ...config } = clientConfig(handle);
    return { ...config, disableHostPrefix: true };
  });
