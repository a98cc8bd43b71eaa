import type { ClientProtocol, ClientProtocolOptions } from "../protocol.js";
import { allRestParts } from "./all-rest-parts.js";
import { restClientOf } from "./rest-client.js";
import type { RestClientStyle } from "./rest-style.js";

/** Creates the client side of a protocol with HTTP bindings. */
export const createRestClient = (
  style: RestClientStyle,
  options: ClientProtocolOptions,
): ClientProtocol => restClientOf(style, options, allRestParts);
