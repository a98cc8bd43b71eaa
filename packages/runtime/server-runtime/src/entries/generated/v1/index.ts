/**
 * The entry for generated servers only. Users commit generated code, so a breaking change requires
 * a new version of this entry.
 *
 * @packageDocumentation
 * @internal
 */
export { mockServerOptions } from "../../../mock/mock-server-options.js";
export { Server } from "../../../server/server.js";
export type { ServerOptions } from "../../../server/server-options.js";
export type { Handler } from "../../../service/handler.js";
export type { ServiceDescription } from "../../../service/operations.js";
export { ServiceError } from "../../../service/service-error.js";
export type { ServiceErrorData } from "../../../service/service-error.js";
