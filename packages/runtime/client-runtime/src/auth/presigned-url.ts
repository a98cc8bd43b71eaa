import type {
  AwsCredentialIdentity,
  ChecksumConstructor,
  HashConstructor,
  QueryParameterBag,
} from "@smithy/types";
import { bytesOf, toHex } from "@tinsmith/protocols";
import { canonicalRequest } from "./canonical-request.js";

/** A request without a body, and the settings for its signature. */
export interface RequestToPresign {
  readonly host: string;
  readonly query: QueryParameterBag;
  readonly region: string;
  readonly service: string;
  readonly credentials: AwsCredentialIdentity;
  readonly sha256: ChecksumConstructor | HashConstructor;
  readonly secondsValid: number;
}

const ALGORITHM = "AWS4-HMAC-SHA256";

/**
 * Returns the query of a `GET` of `/` with AWS Signature Version 4 in the query.
 *
 * The signer of `@smithy/signature-v4` would add 20 KB to the entry for services.
 */
export async function presignedQuery({
  host,
  query,
  region,
  service,
  credentials: { accessKeyId, secretAccessKey, sessionToken },
  sha256,
  secondsValid,
}: RequestToPresign): Promise<QueryParameterBag> {
  const digest = async (data: string, secret?: Uint8Array): Promise<Uint8Array> => {
    const hash = new sha256(secret);
    hash.update(bytesOf(data));
    return hash.digest();
  };
  const time = new Date().toISOString().replace(/\.\d+|[-:]/g, "");
  const parts = [time.slice(0, 8), region, service, "aws4_request"];
  const scope = parts.join("/");
  const signed: QueryParameterBag = {
    ...query,
    ...(sessionToken && { "X-Amz-Security-Token": sessionToken }),
    "X-Amz-Algorithm": ALGORITHM,
    "X-Amz-Credential": `${accessKeyId}/${scope}`,
    "X-Amz-Date": time,
    "X-Amz-Expires": String(secondsValid),
    "X-Amz-SignedHeaders": "host",
  };
  const { text } = canonicalRequest(
    {
      protocol: "https:",
      hostname: host,
      method: "GET",
      path: "/",
      query: signed,
      headers: { host },
    },
    toHex(await digest("")),
    true,
    {},
  );
  let key = bytesOf(`AWS4${secretAccessKey}`);
  for (const part of parts) key = await digest(part, key);
  const toSign = `${ALGORITHM}\n${time}\n${scope}\n${toHex(await digest(text))}`;
  return { ...signed, "X-Amz-Signature": toHex(await digest(toSign, key)) };
}
