import { HttpRequest } from "@smithy/core/transport";

export { HttpRequest };

/**
 * The request of a middleware's arguments, once it has been serialized.
 * @throws TypeError where a middleware put something else in its place
 */
export function requireHttpRequest(request: unknown): HttpRequest {
  if (HttpRequest.isInstance(request)) return request;
  throw new TypeError("The request must be an HttpRequest.");
}
