import { HttpRequest } from "@smithy/core/transport";

export { HttpRequest };

/**
 * Returns the serialized request of a middleware's arguments.
 * @throws TypeError if a middleware replaced it with something else
 */
export function requireHttpRequest(request: unknown): HttpRequest {
  if (HttpRequest.isInstance(request)) return request;
  throw new TypeError("The request must be an HttpRequest.");
}
