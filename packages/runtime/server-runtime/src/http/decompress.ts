import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { MalformedRequest } from "@tinsmith/protocols";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { isBytes } from "@tinsmith/values";

/**
 * Returns true if the last encoding of a body is gzip. `@requestCompression` supports no other
 * encoding.
 */
export const isGzipped = ({ headers, body }: HttpRequestMessage): boolean =>
  isBytes(body) && /(?:^|,)\s*gzip\s*$/i.test(headers["content-encoding"] ?? "");

/**
 * Removes the encoding gzip from a body. Clients apply it to the bodies of operations that allow it
 * (`smithy.api#requestCompression`). Earlier encodings stay.
 *
 * @param maxBytes - the largest allowed size of the decompressed body
 * @throws MalformedRequest if the body is not gzip, or if the decompressed body is larger
 */
export async function decompress(
  request: HttpRequestMessage,
  maxBytes: number,
): Promise<HttpRequestMessage> {
  const { body, headers } = request;
  if (!isBytes(body)) return request;
  const { "content-encoding": encodings = "", ...others } = headers;
  const before = encodings.split(",").slice(0, -1).join(",").trim();
  const data = await gunzipped(body, maxBytes);
  return {
    ...request,
    headers: {
      ...others,
      ...(before !== "" && { "content-encoding": before }),
      "content-length": String(data.byteLength),
    },
    body: data,
  };
}

async function gunzipped(body: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(body, { maxOutputLength: maxBytes });
  } catch (cause) {
    const isTooLarge = cause instanceof RangeError;
    throw new MalformedRequest(
      isTooLarge
        ? `The body is larger than ${maxBytes} bytes.`
        : "The body does not match its content encoding.",
      { statusCode: isTooLarge ? 413 : 400, cause },
    );
  }
}
