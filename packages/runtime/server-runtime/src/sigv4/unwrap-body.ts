import { Readable } from "node:stream";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { isBytes } from "@tinsmith/values";
import { isEventStream } from "../http/message-body.js";
import { readAwsChunked } from "./aws-chunked.js";
import { unwrapStream } from "./unwrap-stream.js";

/**
 * Removes the content encoding `aws-chunked`. SDKs use it for bodies that are followed by their
 * hash or checksum. Trailers become headers; the trailers of a stream are dropped.
 */
export function unwrapBody(request: HttpRequestMessage): HttpRequestMessage {
  const { body, headers } = request;
  const encoding = headers["content-encoding"];
  const isChunked =
    encoding?.includes("aws-chunked") === true ||
    headers["x-amz-content-sha256"]?.startsWith("STREAMING-") === true;
  if (!isChunked) return request;
  const { "content-encoding": _, "content-length": _length, ...others } = headers;
  const rest = encoding?.split(",").filter((name) => name.trim() !== "aws-chunked") ?? [];
  // Event streams are signed in another way.
  if (body instanceof Readable && !isEventStream(headers["content-type"])) {
    const length = headers["x-amz-decoded-content-length"];
    return {
      ...request,
      headers: {
        ...others,
        ...(rest.length > 0 ? { "content-encoding": rest.join(",").trim() } : {}),
        ...(length !== undefined && { "content-length": length }),
      },
      body: unwrapStream(body),
    };
  }
  if (!isBytes(body)) return request;
  const read = readAwsChunked(body);
  if (!read) return request;
  const data = Buffer.concat(read.chunks.map((chunk) => chunk.data));
  return {
    ...request,
    headers: {
      ...others,
      ...read.trailers,
      ...(rest.length > 0 ? { "content-encoding": rest.join(",").trim() } : {}),
      "content-length": String(data.byteLength),
    },
    body: data,
  };
}
