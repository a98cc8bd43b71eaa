import { escapeUri } from "@smithy/core/protocols";
import type { HeaderBag, HttpRequest, QueryParameterBag } from "@smithy/types";

/** What changes on its way or is read by the next station alone. */
const NOT_SIGNED =
  /^(?:proxy-.*|sec-.*|authorization|cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id)$/;

/** Headers, in lower case, for which the rule is another. */
export interface SignedHeaders {
  readonly signableHeaders?: ReadonlySet<string> | undefined;
  readonly unsignableHeaders?: ReadonlySet<string> | undefined;
}

/** A request in the one form that both sides sign. */
export interface CanonicalRequest {
  readonly text: string;
  /** The names of the signed headers, as the signature lists them. */
  readonly signedHeaders: string;
}

/**
 * Writes a request down as Signature Version 4 has it.
 * @param escapePath - whether the path is encoded a second time, as all services except S3 require
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
  const where = `${escapePath ? canonicalPath(path) : path}\n${canonicalQuery(query)}`;
  return { text: `${method}\n${where}\n${lines}\n${list}\n${contentHash}`, signedHeaders: list };
}

function signedHeaders(
  headers: HeaderBag,
  { signableHeaders, unsignableHeaders }: SignedHeaders,
): Map<string, string> {
  const signed = new Map<string, string>();
  for (const key of Object.keys(headers).sort()) {
    const name = key.toLowerCase();
    const isLeftOut = NOT_SIGNED.test(name) || unsignableHeaders?.has(name);
    if (isLeftOut && !signableHeaders?.has(name)) continue;
    const value = headers[key]?.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
    if (value !== undefined) signed.set(name, value);
  }
  return signed;
}

const canonicalQuery = (query: QueryParameterBag): string =>
  Object.entries(query)
    .filter(([name]) => name.toLowerCase() !== "x-amz-signature")
    .map(([name, value]): [string, string] => {
      const key = escapeUri(name);
      const values = typeof value === "string" ? [value] : (value ?? []);
      return [
        key,
        values
          .map((item) => `${key}=${escapeUri(item)}`)
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
    else if (segment !== "" && segment !== ".") segments.push(escapeUri(segment));
  }
  const end = segments.length > 0 && path.endsWith("/") ? "/" : "";
  return (path.startsWith("/") ? "/" : "") + segments.join("/") + end;
}
