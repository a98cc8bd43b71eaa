import { createCborReaders } from "../cbor/cbor-codec.js";
import type { ServerProtocolFactory } from "../protocol.js";
import { createRpcServer } from "../rpc/rpc-server.js";
import { rpcV2Server } from "../rpc/rpc-v2-server.js";
import { createStrictReaders } from "../rpc/strict-readers.js";
import { rpcV2Cbor } from "./rpcv2-cbor-format.js";

const style = /* @__PURE__ */ rpcV2Server(
  rpcV2Cbor,
  /* @__PURE__ */ createStrictReaders(createCborReaders),
);

/**
 * The server side of Smithy RPC v2 with CBOR bodies.
 *
 * @public
 */
export const rpcv2Cbor: ServerProtocolFactory = (service, options = {}) =>
  createRpcServer(style, service, options);
