/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export type {
  EndpointDiscoveryConfig,
  EndpointDiscoveryResolvedConfig,
} from "../../endpoint-discovery/discovery-config.js";
export type {
  DiscoveryOutput,
  DiscoveryRequest,
  EndpointDiscoveryDefinition,
} from "../../endpoint-discovery/discovery-definition.js";
export type { CachedEndpoint, CachedEndpoints } from "../../endpoint-discovery/endpoint-cache.js";
export { EndpointCache } from "../../endpoint-discovery/endpoint-cache.js";
export { EndpointDiscoveryError } from "../../endpoint-discovery/endpoint-finder.js";
export { endpointDiscovery } from "../../endpoint-discovery/discovery-feature.js";
