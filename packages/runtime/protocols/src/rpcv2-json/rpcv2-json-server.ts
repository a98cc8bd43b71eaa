import { strictJsonReaders } from "../json/strict-json.js";
import type { ServerProtocolFactory } from "../protocol.js";
import { createRpcServer } from "../rpc/rpc-server.js";
import { rpcV2Server } from "../rpc/rpc-v2-server.js";
import { jsonStyle, rpcV2Json } from "./rpcv2-json-format.js";

const style = /* @__PURE__ */ rpcV2Server(rpcV2Json, /* @__PURE__ */ strictJsonReaders(jsonStyle));

/**
 * The server side of Smithy RPC v2 with JSON bodies.
 *
 * @public
 */
export const rpcv2Json: ServerProtocolFactory = (service, options = {}) =>
  createRpcServer(style, service, options);
