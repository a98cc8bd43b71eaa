import type { RelativeMiddlewareOptions } from "@smithy/types";

/** The position of the middleware that resolves the endpoint. */
export const endpointPosition: RelativeMiddlewareOptions = {
  name: "endpointV2Middleware",
  tags: ["ENDPOINT_PARAMETERS", "ENDPOINT_V2", "ENDPOINT"],
  relation: "before",
  toMiddleware: "serializerMiddleware",
  override: true,
};
