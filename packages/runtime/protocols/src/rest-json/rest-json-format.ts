import { Sentinel } from "@tinsmith/schema";
import type { RestFormat } from "../http-bindings/rest-style.js";
import { createJsonCodec } from "../json/json-codec.js";
import type { JsonStyle } from "../json/json-style.js";

export const jsonStyle: JsonStyle = {
  jsonName: true,
  timestamps: Sentinel.epochSeconds,
  bigNumbersAsStrings: false,
};

export const restJson: RestFormat = {
  id: "aws.protocols#restJson1",
  contentType: "application/json",
  codec: /* @__PURE__ */ createJsonCodec(jsonStyle),
  emptyDocuments: true,
};
