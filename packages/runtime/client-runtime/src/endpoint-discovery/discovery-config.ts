import type { Provider } from "@smithy/types";
import type { FeatureContext } from "../client/client-feature.js";
import type { ServiceClientConfig } from "../config/client-config.js";
import { EndpointCache } from "./endpoint-cache.js";

/** Options of clients whose service supports endpoint discovery. */
export interface EndpointDiscoveryConfig {
  /**
   * Controls endpoint discovery. `true`: all operations that support discovery use it. Operations
   * that do not require it use the regional endpoint until their endpoint is known. `false`: no
   * operation uses it, and operations that require it fail. Default in Node:
   * `AWS_ENABLE_ENDPOINT_DISCOVERY`, then `endpoint_discovery_enabled` of the profile; without
   * either, only operations that require discovery use it. If `endpoint` is set, all operations use
   * that endpoint.
   */
  endpointDiscoveryEnabled?: boolean | Provider<boolean | undefined> | undefined;
  /** The maximum number of cached discovery responses. Default 1000. */
  endpointCacheSize?: number | undefined;
}

/** {@link EndpointDiscoveryConfig} as resolved in `client.config`. */
export interface EndpointDiscoveryResolvedConfig {
  endpointDiscoveryEnabled: Provider<boolean | undefined>;
  endpointCache: EndpointCache;
}

/**
 * Resolves the options into the client's configuration. Options in code take precedence over
 * environment and profile.
 * @throws RangeError if `endpointCacheSize` is not a positive integer
 */
export function resolveDiscoveryConfig({
  input,
  config,
  platform,
}: FeatureContext): EndpointDiscoveryResolvedConfig {
  const { endpointCacheSize = 1000, endpointDiscoveryEnabled: given }: DiscoveryOptions = input;
  const settings = platform.settings(config);
  // Profiles have a single key. It is read after both variables.
  const first = settings.text("AWS_ENABLE_ENDPOINT_DISCOVERY", "");
  const second = settings.text("AWS_ENDPOINT_DISCOVERY_ENABLED", "endpoint_discovery_enabled");
  const resolved: EndpointDiscoveryResolvedConfig = {
    endpointDiscoveryEnabled: async () => {
      const enabled = typeof given === "function" ? await given() : given;
      return enabled ?? readSetting((await first()) ?? (await second()));
    },
    endpointCache: new EndpointCache(endpointCacheSize),
  };
  Object.assign(config, resolved);
  return resolved;
}

type DiscoveryOptions = ServiceClientConfig & EndpointDiscoveryConfig;

/** @throws TypeError if the setting is unknown */
function readSetting(text = "auto"): boolean | undefined {
  const setting = text.toLowerCase();
  if (setting === "auto") return undefined;
  if (setting === "true" || setting === "1") return true;
  if (setting === "false" || setting === "0") return false;
  throw new TypeError(
    `Unknown endpoint discovery setting "${text}". Expected one of: true, false, auto.`,
  );
}
