import { createCborCodec } from "../cbor/cbor-codec.js";
import { rpcV2Format } from "../rpc/rpc-v2.js";

export const rpcV2Cbor = /* @__PURE__ */ rpcV2Format(
  "rpc-v2-cbor",
  "smithy.protocols#rpcv2Cbor",
  "application/cbor",
  /* @__PURE__ */ createCborCodec(),
);
