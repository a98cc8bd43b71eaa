export { headerOf } from "../http/headers.js";
export { createRestClient } from "../http-bindings/rest-client.js";
export type { FoundError, RestClientStyle, RestFormat } from "../http-bindings/rest-style.js";
export type { BodyCodec } from "../rpc/body-codec.js";
export { errorMessageOf, sanitizeErrorCode } from "../rpc/error-code.js";
