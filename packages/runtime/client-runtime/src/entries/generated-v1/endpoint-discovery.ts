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
export type { EndpointDiscoveryDefinition } from "../../endpoint-discovery/discovery-definition.js";
export { endpointDiscovery } from "../../endpoint-discovery/discovery-feature.js";
