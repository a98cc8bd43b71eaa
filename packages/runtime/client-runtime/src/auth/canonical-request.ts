import type { HeaderBag, HttpRequest, QueryParameterBag } from "@smithy/types";
import { encodeRfc3986 } from "@tinsmith/values";

/** Headers that proxies may change, or that only the next hop reads. */
const NOT_SIGNED =
  /^(?:proxy-.*|sec-.*|authorization|cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id)$/;

/** Exceptions to the default set of signed headers. Names are in lower case. */
export interface SignedHeaders {
  readonly signableHeaders?: ReadonlySet<string> | undefined;
  readonly unsignableHeaders?: ReadonlySet<string> | undefined;
}

/** A request in the canonical form of Signature Version 4. */
export interface CanonicalRequest {
  readonly text: string;
  /** The names of the signed headers, as the signature lists them. */
  readonly signedHeaders: string;
}

/**
 * Returns the canonical form of a request for Signature Version 4.
 * @param escapePath - encodes the path a second time, as all services except S3 require
 */
export function canonicalRequest(
  { method, path, query = {}, headers }: HttpRequest,
  contentHash: string,
  escapePath: boolean,
  rules: SignedHeaders,
): CanonicalRequest {
  const signed = signedHeaders(headers, rules);
  const names = [...signed.keys()].sort();
  const lines = names.map((name) => `${name}:${signed.get(name)}\n`).join("");
  const list = names.join(";");
  const target = `${escapePath ? canonicalPath(path) : path}\n${canonicalQuery(query)}`;
  return { text: `${method}\n${target}\n${lines}\n${list}\n${contentHash}`, signedHeaders: list };
}

function signedHeaders(
  headers: HeaderBag,
  { signableHeaders, unsignableHeaders }: SignedHeaders,
): Map<string, string> {
  const signed = new Map<string, string>();
  for (const key of Object.keys(headers).sort()) {
    const name = key.toLowerCase();
    const isExcluded = NOT_SIGNED.test(name) || unsignableHeaders?.has(name);
    if (isExcluded && !signableHeaders?.has(name)) continue;
    const value = headers[key]?.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
    if (value !== undefined) signed.set(name, value);
  }
  return signed;
}

const canonicalQuery = (query: QueryParameterBag): string =>
  Object.entries(query)
    .filter(([name]) => name.toLowerCase() !== "x-amz-signature")
    .map(([name, value]): [string, string] => {
      const key = encodeRfc3986(name);
      const values = typeof value === "string" ? [value] : (value ?? []);
      return [
        key,
        values
          .map((item) => `${key}=${encodeRfc3986(item)}`)
          .sort()
          .join("&"),
      ];
    })
    .filter(([, text]) => text)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text)
    .join("&");

function canonicalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(encodeRfc3986(segment));
  }
  const end = segments.length > 0 && path.endsWith("/") ? "/" : "";
  return (path.startsWith("/") ? "/" : "") + segments.join("/") + end;
}
