import type { Provider } from "@smithy/types";
import type { FeatureContext } from "../client/client-feature.js";
import type { ServiceClientConfig } from "../config/client-config.js";
import { EndpointCache } from "./endpoint-cache.js";

/** Options of clients of services that name the endpoints for their operations themselves. */
export interface EndpointDiscoveryConfig {
  /**
   * Whether operations are called at endpoints that the service names. `true`: all that can be, those that do not need it
   * as soon as their endpoint is known. `false`: none; operations that need it fail. Default, in Node:
   * `AWS_ENABLE_ENDPOINT_DISCOVERY`, then `endpoint_discovery_enabled` of the profile; then those operations that need
   * it. Where there is an `endpoint`, it is used for all of them.
   */
  endpointDiscoveryEnabled?: boolean | Provider<boolean | undefined> | undefined;
  /** How many answers of the service are remembered. Default 1000. */
  endpointCacheSize?: number | undefined;
}

/** What {@link EndpointDiscoveryConfig} becomes in `client.config`. */
export interface EndpointDiscoveryResolvedConfig {
  endpointDiscoveryEnabled: Provider<boolean | undefined>;
  endpointCache: EndpointCache;
}

/**
 * Resolves the options onto the client's configuration. Environment and profile come after the code.
 * @throws RangeError where `endpointCacheSize` is no positive whole number
 */
export function resolveDiscoveryConfig({
  input,
  config,
  platform,
}: FeatureContext): EndpointDiscoveryResolvedConfig {
  const { endpointCacheSize = 1000, endpointDiscoveryEnabled: given }: Given = input;
  const settings = platform.settings(config);
  // Profiles have one name for it, which counts after both variables.
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

type Given = ServiceClientConfig & EndpointDiscoveryConfig;

/** @throws TypeError where the setting is none of those there are */
function readSetting(text = "auto"): boolean | undefined {
  const setting = text.toLowerCase();
  if (setting === "auto") return undefined;
  if (setting === "true" || setting === "1") return true;
  if (setting === "false" || setting === "0") return false;
  throw new TypeError(`Endpoint discovery can be set to true, false or auto, not to "${text}".`);
}
