import { createRestServer } from "../http-bindings/rest-server.js";
import type { RestServerStyle } from "../http-bindings/rest-style.js";
import { strictJsonReaders } from "../json/strict-json.js";
import type { ServerProtocolFactory } from "../protocol.js";
import { jsonStyle, restJson } from "./format.js";

const style: RestServerStyle = {
  ...restJson,
  strictReaders: /* @__PURE__ */ strictJsonReaders(jsonStyle),
  errorWriter: (_service, _schema, document) => {
    const write = restJson.codec.writer(document);
    return (_error, data) => write(data);
  },
  errorHeaders: ({ code }) => ({ "x-amzn-errortype": code }),
};

/** The server's half of AWS restJson1. */
export const restJson1: ServerProtocolFactory = (service, options = {}) =>
  createRestServer(style, service, options);
