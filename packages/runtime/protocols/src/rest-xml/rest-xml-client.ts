import { createRestClient } from "../http-bindings/full-rest-client.js";
import type { ClientProtocolFactory } from "../protocol.js";
import { lenient } from "../codec/body-codec.js";
import { isRecord } from "../values/members.js";
import { findXmlError } from "../xml/xml-error.js";
import { createXmlReaders } from "../xml/xml-reader.js";
import { restXmlFormat } from "./rest-xml-format.js";

const readers = /* @__PURE__ */ createXmlReaders(lenient);

/**
 * The client side of AWS restXml: HTTP bindings with XML bodies.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html
 *
 * @public
 */
export const restXml: ClientProtocolFactory = (service, options = {}) =>
  createRestClient(
    {
      ...restXmlFormat(service),
      findError: ({ statusCode }, body) => {
        const found = findXmlError(body, (members, content) => {
          const value = readers(members)(content, 0);
          return isRecord(value) ? value : {};
        });
        // Responses to HEAD have no body with an error code. `NotFound` is the error that S3
        // models.
        return found.code === undefined && statusCode === 404
          ? { ...found, code: "NotFound" }
          : found;
      },
    },
    options,
  );
