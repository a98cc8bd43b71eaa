import { MalformedRequest } from "../malformed-request.js";
import type { HttpRequestMessage } from "../protocol.js";
import { headerOf } from "./headers.js";

/** The type in a header, without its parameters. */
export const mediaTypeOf = (header: string): string =>
  (header.split(";")[0] ?? "").trim().toLowerCase();

/** Whether a body is known to be empty; that of a stream is not. */
export const isEmptyBody = (body: HttpRequestMessage["body"]): boolean =>
  body === undefined ||
  ((typeof body === "string" || body instanceof Uint8Array) && body.length === 0);

/**
 * A body of another type than those that an operation takes is refused.
 *
 * @throws MalformedRequest as the error that AWS servers answer with
 */
export const unsupportedMediaType = (expected: string | undefined): MalformedRequest =>
  new MalformedRequest(
    expected === undefined
      ? "The operation takes no body."
      : `Expected a body of the type ${expected}.`,
    { code: "UnsupportedMediaTypeException", statusCode: 415 },
  );

/**
 * Makes the check that a body, where it names its type at all, is of one of these types.
 *
 * @throws MalformedRequest (the check) where it is of another one
 */
export const bodyTypeCheck =
  (types: readonly [string, ...string[]]): ((request: HttpRequestMessage) => void) =>
  ({ headers, body }) => {
    const header = headerOf(headers, "content-type");
    if (header === undefined || isEmptyBody(body) || types.includes(mediaTypeOf(header))) return;
    throw unsupportedMediaType(types[0]);
  };

/**
 * Makes the check that a caller takes answers of a type.
 *
 * @throws MalformedRequest (the check) where the header `Accept` leaves it out
 */
export function acceptedTypeCheck(answered: string): (request: HttpRequestMessage) => void {
  const [type] = answered.split("/");
  const taken = new Set([answered, `${type}/*`, "*/*", ""]);
  return ({ headers }) => {
    const accept = headerOf(headers, "accept");
    if (accept === undefined) return;
    if (accept.split(",").some((range) => taken.has(mediaTypeOf(range)))) return;
    throw new MalformedRequest(`The operation answers ${answered}.`, {
      code: "NotAcceptableException",
      statusCode: 406,
    });
  };
}
