export { headerOf } from "../http/headers.js";
export type { BodyCodec } from "../codec/body-codec.js";
export { errorMessageOf, sanitizeErrorCode } from "../errors/error-code.js";
export { createRpcClient } from "../rpc/full-rpc-client.js";
export type { RpcClientStyle, RpcFormat } from "../rpc/rpc-style.js";
