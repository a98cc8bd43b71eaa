import type { Provider, RetryStrategy, RetryStrategyV2 } from "@smithy/types";
import type { ClientPlugin } from "../config/client-config.js";
import type { Configurable } from "../config/options.js";
import type { RequestHandlerInput } from "../http/http-handler.js";

/** The constructor options of clients of services outside AWS. */
export interface ApiClientConfig {
  /** The URL of the service, for example `https://api.example.com/v1`. */
  endpoint?: string | URL | Provider<string | URL> | undefined;
  /** The request handler, or options of the default one. */
  requestHandler?: RequestHandlerInput | undefined;
  /** The maximum number of attempts, including the first one. Default 3. */
  maxAttempts?: Configurable<number> | undefined;
  /** Replaces the retry strategy. */
  retryStrategy?: RetryStrategy | RetryStrategyV2 | undefined;
  /**
   * Plugins that change the options and middleware of this client. They run in order, after the
   * plugins of its class.
   */
  plugins?: readonly ClientPlugin[] | undefined;
}
