import { isBytes } from "@tinsmith/values";
import { MalformedRequest } from "../malformed-request.js";
import type { HttpRequestMessage } from "../protocol.js";
import { headerOf } from "./headers.js";

/** Returns the media type in a header without its parameters. */
export const mediaTypeOf = (header: string): string =>
  (header.split(";")[0] ?? "").trim().toLowerCase();

/** Returns true if a body is known to be empty. The length of a stream is unknown. */
export const isEmptyBody = (body: HttpRequestMessage["body"]): boolean =>
  body === undefined || ((typeof body === "string" || isBytes(body)) && body.length === 0);

/**
 * Creates the error for a body whose type the operation does not accept, with the code and status
 * that AWS servers use.
 */
export const unsupportedMediaType = (expected: string | undefined): MalformedRequest =>
  new MalformedRequest(
    expected === undefined
      ? "The operation does not accept a body."
      : `Expected a body of the type ${expected}.`,
    { code: "UnsupportedMediaTypeException", statusCode: 415 },
  );

/**
 * Creates a check that throws a `MalformedRequest` if a body has a type that is not in the list. A
 * missing type is accepted.
 */
export const bodyTypeCheck =
  (types: readonly [string, ...string[]]): ((request: HttpRequestMessage) => void) =>
  ({ headers, body }) => {
    const header = headerOf(headers, "content-type");
    if (header === undefined || isEmptyBody(body) || types.includes(mediaTypeOf(header))) return;
    throw unsupportedMediaType(types[0]);
  };

/**
 * Creates a check that throws a `MalformedRequest` if the header `Accept` excludes the type of the
 * response.
 */
export function acceptedTypeCheck(responseType: string): (request: HttpRequestMessage) => void {
  const [type] = responseType.split("/");
  const accepted = new Set([responseType, `${type}/*`, "*/*", ""]);
  return ({ headers }) => {
    const accept = headerOf(headers, "accept");
    if (accept === undefined) return;
    if (accept.split(",").some((range) => accepted.has(mediaTypeOf(range)))) return;
    throw new MalformedRequest(`The operation responds with ${responseType}.`, {
      code: "NotAcceptableException",
      statusCode: 406,
    });
  };
}
