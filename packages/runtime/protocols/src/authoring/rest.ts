export { headerOf } from "../http/headers.js";
export { createRestClient } from "../http-bindings/full-rest-client.js";
export type { FoundError, RestClientStyle, RestFormat } from "../http-bindings/rest-style.js";
export type { BodyCodec } from "../codec/body-codec.js";
export { errorMessageOf, sanitizeErrorCode } from "../errors/error-code.js";
