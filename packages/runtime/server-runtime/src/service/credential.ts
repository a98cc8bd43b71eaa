import type { HttpRequestMessage } from "@tinsmith/protocols";

/** The credential scope of a request signed with AWS Signature Version 4. */
export interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
  /** The signing name, for example `aws-marketplace`. */
  readonly service: string;
}

/**
 * Reads the scope from the `Authorization` header, or from the query of a presigned request. The
 * scope names the claimed caller. It is not verified.
 */
export function readCredential(
  request: Pick<HttpRequestMessage, "headers" | "query">,
): Credential | undefined {
  const header = request.headers["authorization"];
  const presigned = request.query["X-Amz-Credential"];
  const scope =
    header === undefined
      ? typeof presigned === "string"
        ? presigned
        : undefined
      : /Credential=([^,\s]+)/.exec(header)?.[1];
  // Access keys and regions do not contain slashes, so the scope has five parts. The last part is
  // aws4_request.
  const [accessKeyId, , region, service, end] = scope?.split("/") ?? [];
  if (!accessKeyId || !region || !service || end !== "aws4_request") return undefined;
  return { accessKeyId, region, service };
}
