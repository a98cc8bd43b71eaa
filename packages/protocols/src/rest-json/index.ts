import { headerOf } from "../http/headers.js";
import { createRestProtocol } from "../http-bindings/rest-protocol.js";
import type { RestStyle } from "../http-bindings/rest-style.js";
import { createJsonCodec } from "../json/json-codec.js";
import type { ProtocolFactory } from "../protocol.js";
import { errorMessageOf, sanitiseErrorCode } from "../rpc/error-code.js";
import { isRecord } from "../schema/members.js";
import { Sentinel } from "../schema/resolve.js";

const codec = /* @__PURE__ */ createJsonCodec({
  jsonName: true,
  timestamps: Sentinel.epochSeconds,
  bigNumbersAsStrings: false,
});

const style: RestStyle = {
  id: "aws.protocols#restJson1",
  contentType: "application/json",
  codec,
  emptyDocuments: true,
  findError: ({ headers }, body) => {
    let raw: Record<string, unknown> = {};
    try {
      const value = codec.reader(Sentinel.document)(body);
      if (isRecord(value)) raw = value;
    } catch {
      // A proxy's page in HTML: the status is all there is to know.
    }
    return {
      code:
        sanitiseErrorCode(headerOf(headers, "x-amzn-errortype")) ??
        sanitiseErrorCode(raw["code"]) ??
        sanitiseErrorCode(raw["__type"]),
      message: errorMessageOf(raw),
      data: raw,
      read: (members) => {
        const value = codec.reader(members)(body);
        return isRecord(value) ? value : {};
      },
    };
  },
  errorWriter: (_service, _schema, document) => {
    const write = codec.writer(document);
    return (_error, data) => write(data);
  },
  errorHeaders: ({ code }) => ({ "x-amzn-errortype": code }),
};

/**
 * AWS restJson1: HTTP bindings, JSON bodies.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export const restJson1: ProtocolFactory = (service, options = {}) =>
  createRestProtocol(style, service, options);
