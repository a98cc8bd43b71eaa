import { createJsonCodec } from "../json/json-codec.js";
import type { ProtocolFactory } from "../protocol.js";
import { createRpcProtocol } from "../rpc/rpc-protocol.js";
import { rpcV2Style } from "../rpc/rpc-v2.js";
import { Sentinel } from "../schema/resolve.js";

const style = /* @__PURE__ */ rpcV2Style(
  "smithy.protocols#rpcv2Json",
  "rpc-v2-json",
  "application/json",
  /* @__PURE__ */ createJsonCodec({
    jsonName: false,
    timestamps: Sentinel.epochSeconds,
    ownTimestamps: false,
    bigNumbersAsStrings: true,
  }),
);

/** Smithy RPC v2 with JSON bodies: timestamps always in seconds, big numbers always strings. */
export const rpcv2Json: ProtocolFactory = (service, options = {}) =>
  createRpcProtocol(style, service, options);
