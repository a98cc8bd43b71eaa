import type { Protocol, ProtocolOptions, ServiceSchema } from "../protocol.js";
import { createRestClient } from "./rest-client.js";
import { createRestRouter } from "./rest-router.js";
import { createRestServer } from "./rest-server.js";
import type { RestStyle } from "./rest-style.js";

/** A protocol with HTTP bindings of a service. */
export const createRestProtocol = (
  style: RestStyle,
  service: ServiceSchema,
  options: ProtocolOptions,
): Protocol => ({
  id: style.id,
  ...createRestClient(style, options),
  ...createRestServer(style, service, options),
  router: createRestRouter,
});
