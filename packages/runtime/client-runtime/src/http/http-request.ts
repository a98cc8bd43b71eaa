import { HttpRequest } from "@smithy/core/transport";
import { isObject } from "@tinsmith/values";

export { HttpRequest };

/**
 * Returns the serialized request of a middleware's arguments. Any object with the properties of a
 * request is accepted, regardless of its class.
 * @throws TypeError if a middleware replaced it with something else
 */
export function requireHttpRequest(request: unknown): HttpRequest {
  if (isHttpRequest(request)) return request;
  throw new TypeError("The request must be an HttpRequest.");
}

// The class adds only `clone`. Middleware must not call it on requests of other code.
const isHttpRequest = (value: unknown): value is HttpRequest =>
  isObject(value) && "hostname" in value && "headers" in value && isObject(value.headers);
