import type { HttpResponse, ResponseMetadata } from "@smithy/types";

/**
 * Returns the metadata of a response: its status and, if present, the request ids to quote in
 * support requests.
 */
export function responseMetadata({ statusCode, headers }: HttpResponse): ResponseMetadata {
  const metadata: ResponseMetadata = { httpStatusCode: statusCode };
  const requestId =
    headers["x-amzn-requestid"] ?? headers["x-amzn-request-id"] ?? headers["x-amz-request-id"];
  const extendedRequestId = headers["x-amz-id-2"];
  const cfId = headers["x-amz-cf-id"];
  if (requestId !== undefined) metadata.requestId = requestId;
  if (extendedRequestId !== undefined) metadata.extendedRequestId = extendedRequestId;
  if (cfId !== undefined) metadata.cfId = cfId;
  return metadata;
}
