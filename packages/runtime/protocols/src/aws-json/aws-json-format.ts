import { Sentinel } from "@tinsmith/schema";
import { createJsonCodec } from "../json/full-json-codec.js";
import type { JsonStyle } from "../json/json-style.js";
import type { RpcFormat } from "../rpc/rpc-style.js";

export const jsonStyle: JsonStyle = {
  jsonName: false,
  timestamps: Sentinel.epochSeconds,
  bigNumbersAsStrings: false,
};
const codec = /* @__PURE__ */ createJsonCodec(jsonStyle);

/** The settings of awsJson that do not concern the body. */
export const awsJsonEnvelope = (version: "1.0" | "1.1"): Omit<RpcFormat, "codec"> => ({
  id: `aws.protocols#awsJson${version.replace(".", "_")}`,
  contentType: `application/x-amz-json-${version}`,
  noBodyForUnit: false,
});

/** The settings that the client and the server side of awsJson share, for either version. */
export const awsJsonFormat = (version: "1.0" | "1.1"): RpcFormat => ({
  ...awsJsonEnvelope(version),
  codec,
});
