import { createRestServer } from "../http-bindings/rest-server.js";
import type { RestServerStyle } from "../http-bindings/rest-style.js";
import { strictJsonReaders } from "../json/strict-json.js";
import type { ServerProtocolFactory } from "../protocol.js";
import { withMessage } from "../rpc/write-error.js";
import { jsonStyle, restJson } from "./rest-json-format.js";

const style: RestServerStyle = {
  ...restJson,
  strictReaders: /* @__PURE__ */ strictJsonReaders(jsonStyle),
  untypedBodies: false,
  errorWriter: (_service, schema, document) => {
    const write = restJson.codec.writer(withMessage(document, schema));
    return (_error, data) => write(data);
  },
  errorHeaders: ({ code }) => ({ "x-amzn-errortype": code }),
};

/**
 * The server side of AWS restJson1.
 *
 * @public
 */
export const restJson1: ServerProtocolFactory = (service, options = {}) =>
  createRestServer(style, service, options);
