import type { ClientProtocolFactory } from "../protocol.js";
import { createRpcClient } from "../rpc/full-rpc-client.js";
import { rpcV2Client } from "../rpc/rpc-v2.js";
import { rpcV2Cbor } from "./rpcv2-cbor-format.js";

const style = /* @__PURE__ */ rpcV2Client(rpcV2Cbor);

/**
 * The client side of Smithy RPC v2 with CBOR bodies.
 * Smithy: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
 *
 * @public
 */
export const rpcv2Cbor: ClientProtocolFactory = (service, options = {}) =>
  createRpcClient(style, service, options);
