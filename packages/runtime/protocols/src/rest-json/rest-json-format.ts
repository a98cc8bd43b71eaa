import { Sentinel } from "@tinsmith/schema";
import type { RestFormat } from "../http-bindings/rest-style.js";
import { createJsonCodec } from "../json/full-json-codec.js";
import type { JsonStyle } from "../json/json-style.js";

export const jsonStyle: JsonStyle = {
  jsonName: true,
  timestamps: Sentinel.epochSeconds,
  bigNumbersAsStrings: false,
};

export const restJsonEnvelope: Omit<RestFormat, "codec"> = {
  id: "aws.protocols#restJson1",
  contentType: "application/json",
  emptyDocuments: true,
};

/** The format for servers. A server can have a service of any kind. */
export const restJson: RestFormat = /* @__PURE__ */ withCodec();

function withCodec(): RestFormat {
  return { ...restJsonEnvelope, codec: createJsonCodec(jsonStyle) };
}
