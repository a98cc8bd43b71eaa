import { createCborCodec } from "../cbor/cbor-codec.js";
import type { ProtocolFactory } from "../protocol.js";
import { createRpcProtocol } from "../rpc/rpc-protocol.js";
import { rpcV2Style } from "../rpc/rpc-v2.js";

const style = /* @__PURE__ */ rpcV2Style(
  "smithy.protocols#rpcv2Cbor",
  "rpc-v2-cbor",
  "application/cbor",
  /* @__PURE__ */ createCborCodec(),
);

/**
 * Smithy RPC v2 with CBOR bodies.
 * Smithy: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
 */
export const rpcv2Cbor: ProtocolFactory = (service, options = {}) =>
  createRpcProtocol(style, service, options);
