import type { HttpRequestMessage } from "@tinsmith/protocols";

/** The parts of a request's signature (AWS Signature Version 4). */
export interface SignedRequest {
  readonly accessKeyId: string;
  /** The scope: `20261101`, `us-east-1`, `aws-marketplace`, `aws4_request`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly terminator: string;
  /** The time of signing: `20261101T055900Z`. */
  readonly signedAt: string;
  /** The names of the signed headers in lower case. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** The lifetime in seconds. Set only for presigned requests. */
  readonly expires: number | undefined;
}

/**
 * Thrown for a signature that is incomplete or cannot be parsed. The message has the wording of
 * AWS.
 */
export class IncompleteSignature extends Error {
  override readonly name = "IncompleteSignature";
}

const algorithm = "AWS4-HMAC-SHA256";

/**
 * Reads the signature from the `Authorization` header or the query.
 *
 * @returns undefined if the request is not signed
 * @throws IncompleteSignature if a part of the signature is missing, or if the request is signed in
 *   another way
 */
export function readSignature(request: HttpRequestMessage): SignedRequest | undefined {
  const header = request.headers["authorization"];
  if (header !== undefined) return readHeader(header, request);
  return "X-Amz-Signature" in request.query || "X-Amz-Credential" in request.query
    ? readQuery(request)
    : undefined;
}

function readHeader(header: string, { headers }: HttpRequestMessage): SignedRequest {
  if (!header.startsWith(algorithm)) {
    throw new IncompleteSignature(`Unsupported AWS 'algorithm': '${header.split(" ")[0] ?? ""}'.`);
  }
  const parts = new Map(
    header
      .slice(algorithm.length)
      .split(",")
      .map((part): [string, string] => {
        const [name = "", ...value] = part.trim().split("=");
        return [name, value.join("=")];
      }),
  );
  const signedAt = headers["x-amz-date"] ?? isoBasic(headers["date"]);
  const missing = ["Credential", "Signature", "SignedHeaders"].flatMap((name) =>
    parts.get(name) ? [] : [`Authorization header requires '${name}' parameter.`],
  );
  if (signedAt === undefined) {
    missing.push(
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
    );
  }
  if (missing.length > 0 || signedAt === undefined) {
    throw new IncompleteSignature(`${missing.join(" ")} Authorization=${algorithm}`);
  }
  return {
    ...readScope(parts.get("Credential") ?? ""),
    signedAt,
    signedHeaders: namesOf(parts.get("SignedHeaders") ?? ""),
    signature: parts.get("Signature") ?? "",
    expires: undefined,
  };
}

function readQuery({ query }: HttpRequestMessage): SignedRequest {
  const text = (name: string): string => {
    const value = query[`X-Amz-${name}`];
    return typeof value === "string" ? value : "";
  };
  const missing = ["Algorithm", "Credential", "Date", "Expires", "Signature", "SignedHeaders"]
    .filter((name) => text(name) === "")
    .map((name) => `AWS query-string parameters must include 'X-Amz-${name}'.`);
  if (missing.length > 0) throw new IncompleteSignature(missing.join(" "));
  if (text("Algorithm") !== algorithm) {
    throw new IncompleteSignature(`Unsupported AWS 'algorithm': '${text("Algorithm")}'.`);
  }
  const expires = Number(text("Expires"));
  if (!Number.isInteger(expires) || expires < 1 || expires > week) {
    throw new IncompleteSignature(
      `X-Amz-Expires must be a number of seconds from 1 to ${week} (a week), not '${text("Expires")}'.`,
    );
  }
  return {
    ...readScope(text("Credential")),
    signedAt: text("Date"),
    signedHeaders: namesOf(text("SignedHeaders")),
    signature: text("Signature"),
    expires,
  };
}
const week = 604_800;

function readScope(credential: string) {
  const [accessKeyId, date, region, service, terminator, ...more] = credential.split("/");
  if (!accessKeyId || !date || !region || !service || !terminator || more.length > 0) {
    throw new IncompleteSignature(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'.`,
    );
  }
  return { accessKeyId, date, region, service, terminator };
}

const namesOf = (list: string): string[] =>
  list.split(";").flatMap((name) => (name === "" ? [] : [name.toLowerCase()]));

/** Converts an HTTP date to the format of signatures. */
function isoBasic(date: string | undefined): string | undefined {
  const instant = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(instant) ? undefined : toBasic(new Date(instant));
}

/** Formats an instant: `20261101T055900Z`. */
export const toBasic = (instant: Date): string =>
  instant.toISOString().replaceAll(/[-:]|\.\d{3}/g, "");

/** Parses `20261101T055900Z`; NaN if the text has another form. */
export function fromBasic(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return Number.NaN;
  const [, year, month, day, hour, minute, second] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
