import type { ClientProtocolFactory } from "../protocol.js";
import { createRpcClient } from "../rpc/full-rpc-client.js";
import { rpcV2Client } from "../rpc/rpc-v2.js";
import { rpcV2Json } from "./rpcv2-json-format.js";

const style = /* @__PURE__ */ rpcV2Client(rpcV2Json);

/**
 * The client side of Smithy RPC v2 with JSON bodies. Timestamps are seconds, big numbers are
 * strings.
 *
 * @public
 */
export const rpcv2Json: ClientProtocolFactory = (service, options = {}) =>
  createRpcClient(style, service, options);
