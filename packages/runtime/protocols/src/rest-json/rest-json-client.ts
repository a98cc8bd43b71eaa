import { Sentinel } from "@tinsmith/schema";
import { headerOf } from "../http/headers.js";
import { createRestClient } from "../http-bindings/rest-client.js";
import type { RestClientStyle } from "../http-bindings/rest-style.js";
import type { ClientProtocolFactory } from "../protocol.js";
import { errorMessageOf, sanitizeErrorCode } from "../errors/error-code.js";
import { isRecord } from "../values/members.js";
import { restJson } from "./rest-json-format.js";

const style: RestClientStyle = {
  ...restJson,
  findError: ({ headers }, body) => {
    let raw: Record<string, unknown> = {};
    try {
      const value = restJson.codec.reader(Sentinel.document)(body);
      if (isRecord(value)) raw = value;
    } catch {
      // The body is not JSON, for example an HTML page of a proxy. Only the status is known.
    }
    return {
      code:
        sanitizeErrorCode(headerOf(headers, "x-amzn-errortype")) ??
        sanitizeErrorCode(raw["code"]) ??
        sanitizeErrorCode(raw["__type"]),
      message: errorMessageOf(raw),
      data: raw,
      read: (members) => {
        const value = restJson.codec.reader(members)(body);
        return isRecord(value) ? value : {};
      },
    };
  },
};

/**
 * The client side of AWS restJson1: HTTP bindings with JSON bodies.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 *
 * @public
 */
export const restJson1: ClientProtocolFactory = (_service, options = {}) =>
  createRestClient(style, options);
