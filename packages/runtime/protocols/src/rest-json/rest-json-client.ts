import type { BodyCodec } from "../codec/body-codec.js";
import { errorMessageOf, sanitizeErrorCode } from "../errors/error-code.js";
import { headerOf } from "../http/headers.js";
import { allRestParts } from "../http-bindings/all-rest-parts.js";
import { restClientOf } from "../http-bindings/rest-client.js";
import type { RestParts } from "../http-bindings/rest-parts.js";
import type { RestClientStyle } from "../http-bindings/rest-style.js";
import { allJsonParts } from "../json/all-json-parts.js";
import { jsonCodecOf } from "../json/json-codec.js";
import type { JsonParts } from "../json/json-parts.js";
import { anyReader } from "../json/read-anything.js";
import type { ClientProtocolFactory } from "../protocol.js";
import { isRecord } from "../values/members.js";
import { jsonStyle, restJsonEnvelope } from "./rest-json-format.js";

/** The parts of a restJson1 client that not every service uses. */
export interface RestJsonParts extends JsonParts, RestParts {}

function styleOf(codec: BodyCodec, parts: JsonParts): RestClientStyle {
  const readAnything = anyReader(codec, parts);
  return {
    ...restJsonEnvelope,
    codec,
    findError: ({ headers }, body) => {
      let raw: Record<string, unknown> = {};
      try {
        const value = readAnything(body);
        if (isRecord(value)) raw = value;
      } catch {
        // The body is not JSON, for example because it is an HTML page of a proxy. Only the status
        // is known.
      }
      return {
        code:
          sanitizeErrorCode(headerOf(headers, "x-amzn-errortype")) ??
          sanitizeErrorCode(raw["code"]) ??
          sanitizeErrorCode(raw["__type"]),
        message: errorMessageOf(raw),
        data: raw,
        read: (members) => {
          const value = codec.reader(members)(body);
          return isRecord(value) ? value : {};
        },
      };
    },
  };
}

/**
 * Creates {@link restJson1} from the parts that a service needs, so that its clients do not carry the
 * others.
 *
 * @internal
 */
export function restJson1Of(parts: RestJsonParts): ClientProtocolFactory {
  const style = styleOf(jsonCodecOf(jsonStyle, parts), parts);
  return (_service, options = {}) => restClientOf(style, options, parts);
}

const full = (): ClientProtocolFactory => restJson1Of({ ...allJsonParts, ...allRestParts });

/**
 * The client side of AWS restJson1: HTTP bindings with JSON bodies.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 *
 * @public
 */
export const restJson1: ClientProtocolFactory = /* @__PURE__ */ full();
