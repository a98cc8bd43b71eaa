import type { HttpRequestMessage } from "@tinsmith/protocols";

import { readAwsChunked } from "./aws-chunked.js";

/**
 * Takes the content encoding `aws-chunked` off a request, with which SDKs send bodies whose hash or
 * checksum follows them; trailers become headers.
 */
export const unwrapBody = (request: HttpRequestMessage): HttpRequestMessage => {
  const { body, headers } = request;
  const encoding = headers["content-encoding"];
  const isChunked =
    encoding?.includes("aws-chunked") === true ||
    headers["x-amz-content-sha256"]?.startsWith("STREAMING-") === true;
  if (!isChunked || !(body instanceof Uint8Array)) return request;
  const read = readAwsChunked(body);
  if (!read) return request;
  const { "content-encoding": _, ...others } = headers;
  const rest = encoding?.split(",").filter((name) => name.trim() !== "aws-chunked") ?? [];
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
};
