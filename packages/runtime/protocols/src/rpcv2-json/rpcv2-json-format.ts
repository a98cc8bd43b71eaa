import { Sentinel } from "@tinsmith/schema";
import { createJsonCodec } from "../json/full-json-codec.js";
import type { JsonStyle } from "../json/json-style.js";
import { rpcV2Format } from "../rpc/rpc-v2.js";

export const jsonStyle: JsonStyle = {
  jsonName: false,
  timestamps: Sentinel.epochSeconds,
  ownTimestamps: false,
  bigNumbersAsStrings: true,
};

export const rpcV2Json = /* @__PURE__ */ rpcV2Format(
  "rpc-v2-json",
  "smithy.protocols#rpcv2Json",
  "application/json",
  /* @__PURE__ */ createJsonCodec(jsonStyle),
);
