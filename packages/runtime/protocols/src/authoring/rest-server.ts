export { createRestServer } from "../http-bindings/rest-server.js";
export type { RestFormat, RestServerStyle } from "../http-bindings/rest-style.js";
export type { StrictReaders } from "../codec/body-codec.js";
export { withMessage } from "../rpc/write-error.js";
