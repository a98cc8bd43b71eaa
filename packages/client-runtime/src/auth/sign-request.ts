import type { AwsCredentialIdentity, HttpRequest, QueryParameterBag } from "@smithy/types";
import { toHex } from "./hasher.js";
import type { Hasher } from "./hasher.js";

/** What a signature says beside the request itself. */
export interface SigningScope {
  readonly region: string;
  /** The signing name of the service. */
  readonly service: string;
  readonly date: Date;
  /** Whether to encode the path once more, as all services but S3 want it. */
  readonly escapePath: boolean;
}

const ALGORITHM = "AWS4-HMAC-SHA256";
const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Headers that are set by what stands between client and service, or by the signature itself. */
const UNSIGNED_HEADERS = new Set([
  "authorization",
  "cache-control",
  "connection",
  "expect",
  "from",
  "keep-alive",
  "max-forwards",
  "pragma",
  "referer",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
  "x-amzn-trace-id",
]);

/**
 * Puts the headers of AWS Signature Version 4 onto a request: date, session token, hash of the body, authorization.
 * A body that is a stream is not signed.
 *
 * The signer of `@smithy/signature-v4` does the same and can be configured in its place. This one works out once what
 * does not change from request to request, and takes a third of the time.
 *
 * AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
 */
export const signRequest = async (
  request: HttpRequest,
  credentials: AwsCredentialIdentity,
  scope: SigningScope,
  hasher: Hasher,
): Promise<void> => {
  const { headers } = request;
  const longDate = scope.date.toISOString().replace(/\.\d+|[-:]/g, "");
  const shortDate = longDate.slice(0, 8);
  const credentialScope = `${shortDate}/${scope.region}/${scope.service}/aws4_request`;
  headers["x-amz-date"] = longDate;
  if (credentials.sessionToken) headers["x-amz-security-token"] = credentials.sessionToken;
  const payloadHash = (headers["x-amz-content-sha256"] ??= await hashBody(request.body, hasher));
  const { signedHeaders, canonicalHeaders } = canonicalizeHeaders(headers);
  const canonicalRequest = [
    request.method,
    canonicalPath(request.path, scope.escapePath),
    canonicalQuery(request.query ?? {}),
    canonicalHeaders,
    signedHeaders,
    payloadHash,
  ].join("\n");
  const text = `${ALGORITHM}\n${longDate}\n${credentialScope}\n${await hasher.hash(canonicalRequest)}`;
  const key = await signingKey(credentials, shortDate, scope, hasher);
  const signature = toHex(await hasher.hmac(key, text));
  headers["authorization"] =
    `${ALGORITHM} Credential=${credentials.accessKeyId}/${credentialScope}, ` +
    `SignedHeaders=${signedHeaders}, Signature=${signature}`;
};

const hashBody = (body: unknown, hasher: Hasher): string | Promise<string> => {
  if (body === undefined || body === null) return EMPTY_HASH;
  if (typeof body === "string" || body instanceof Uint8Array) return hasher.hash(body);
  if (body instanceof ArrayBuffer) return hasher.hash(new Uint8Array(body));
  return "UNSIGNED-PAYLOAD";
};

const canonicalizeHeaders = (
  headers: Readonly<Record<string, string>>,
): { signedHeaders: string; canonicalHeaders: string } => {
  const lines: (readonly [name: string, value: string])[] = [];
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    const lowerCase = name.toLowerCase();
    if (value === undefined || UNSIGNED_HEADERS.has(lowerCase)) continue;
    if (lowerCase.startsWith("proxy-") || lowerCase.startsWith("sec-")) continue;
    lines.push([lowerCase, value]);
  }
  lines.sort(([a], [b]) => (a < b ? -1 : 1));
  let canonicalHeaders = "";
  for (const [name, value] of lines) canonicalHeaders += `${name}:${oneSpaced(value)}\n`;
  return { signedHeaders: lines.map(([name]) => name).join(";"), canonicalHeaders };
};

const oneSpaced = (value: string): string =>
  /[\t\r\n]| {2}|^ | $/.test(value)
    ? value.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "")
    : value;

const canonicalPath = (path: string, escape: boolean): string => {
  if (path === "/" || !escape) return path;
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  const end = segments.length > 0 && path.endsWith("/") ? "/" : "";
  return `/${segments.map(encode).join("/")}${end}`;
};

const canonicalQuery = (query: QueryParameterBag): string => {
  const parts: string[] = [];
  for (const name of Object.keys(query)) {
    const value = query[name];
    if (name.toLowerCase() === "x-amz-signature" || value === undefined) continue;
    const values = Array.isArray(value) ? value : [value ?? ""];
    for (const item of values) parts.push(`${encode(name)}=${encode(item)}`);
  }
  return parts.sort().join("&");
};

const encode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

interface SigningKey {
  readonly scope: string;
  readonly secret: string;
  readonly key: Uint8Array;
}

const signingKeys = new WeakMap<AwsCredentialIdentity, SigningKey>();

/** The key is the same all day; most clients use one region and one service. */
const signingKey = async (
  credentials: AwsCredentialIdentity,
  shortDate: string,
  { region, service }: SigningScope,
  { hmac }: Hasher,
): Promise<Uint8Array> => {
  const scope = `${shortDate}/${region}/${service}`;
  const known = signingKeys.get(credentials);
  const { secretAccessKey: secret } = credentials;
  if (known?.scope === scope && known.secret === secret) return known.key;
  const date = await hmac(`AWS4${secret}`, shortDate);
  const key = await hmac(await hmac(await hmac(date, region), service), "aws4_request");
  signingKeys.set(credentials, { scope, secret, key });
  return key;
};
