import { Sentinel } from "@tinsmith/schema";
import { createJsonCodec } from "../json/json-codec.js";
import type { JsonStyle } from "../json/json-style.js";
import type { RpcFormat } from "../rpc/rpc-style.js";

export const jsonStyle: JsonStyle = {
  jsonName: false,
  timestamps: Sentinel.epochSeconds,
  bigNumbersAsStrings: false,
};
const codec = /* @__PURE__ */ createJsonCodec(jsonStyle);

/** What goes around the bodies of awsJson. */
export const awsJsonEnvelope = (version: "1.0" | "1.1"): Omit<RpcFormat, "codec"> => ({
  id: `aws.protocols#awsJson${version.replace(".", "_")}`,
  contentType: `application/x-amz-json-${version}`,
  noBodyForUnit: false,
});

/** What both halves of awsJson know, of either version. */
export const awsJsonFormat = (version: "1.0" | "1.1"): RpcFormat => ({
  ...awsJsonEnvelope(version),
  codec,
});
