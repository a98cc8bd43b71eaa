/**
 * For the other runtimes of this project, which are versioned with this one. Nothing here is
 * promised to anyone else.
 *
 * @packageDocumentation
 * @internal
 */
export type { AuthSchemeFactory } from "../auth/auth-scheme.js";
export type { BatchClient } from "../batch/batch-definition.js";
export type { EndpointDiscoveryDefinition } from "../endpoint-discovery/discovery-definition.js";
export type { PageClient } from "../pagination/paginate.js";
export type { Acceptor } from "../waiters/wait.js";
