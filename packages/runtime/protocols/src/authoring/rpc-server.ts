export type { StrictReaders } from "../codec/body-codec.js";
export { createRpcServer } from "../rpc/rpc-server.js";
export type { RpcFormat, RpcServerStyle } from "../rpc/rpc-style.js";
