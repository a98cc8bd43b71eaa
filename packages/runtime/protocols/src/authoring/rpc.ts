export { headerOf } from "../http/headers.js";
export type { BodyCodec } from "../rpc/body-codec.js";
export { errorMessageOf, sanitizeErrorCode } from "../rpc/error-code.js";
export { createRpcClient } from "../rpc/rpc-client.js";
export type { RpcClientStyle, RpcFormat } from "../rpc/rpc-style.js";
