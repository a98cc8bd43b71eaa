import type { ClientFeature } from "../client/client-feature.js";
import { http2Handler } from "../node/http2.js";

/**
 * Sends requests over HTTP/2, which bidirectional event streams require. A handler of the user is
 * kept.
 */
export const http2: ClientFeature = ({ input, config }) => {
  config.requestHandler = http2Handler(input.requestHandler) ?? config.requestHandler;
  return { applyToStack: () => {} };
};
