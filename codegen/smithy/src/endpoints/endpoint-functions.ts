// Every function returns `undefined` for an absent argument, which counts as no match: decision
// diagrams call functions before it is known that their arguments are set.

/** A parsed URL, as endpoint rules see it. */
export interface ParsedUrl {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  /** The path with a trailing slash. */
  readonly normalizedPath: string;
  readonly isIp: boolean;
}

/** A parsed Amazon Resource Name. */
export interface ParsedArn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  readonly resourceId: readonly string[];
}

/**
 * Returns whether two texts are equal.
 * Smithy:
 * https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html#stringequals-function
 */
export const stringEquals = (a: string | undefined, b: string | undefined): boolean => a === b;

/**
 * Parses a URL; `undefined` if it is not a URL, has a query, or has a scheme other than HTTP and
 * HTTPS.
 * Smithy:
 * https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html#parseurl-function
 */
export function parseURL(value: string | undefined): ParsedUrl | undefined {
  if (value === undefined || !URL.canParse(value)) return undefined;
  const { host, hostname, pathname, protocol, search } = new URL(value);
  const scheme = protocol.slice(0, -1);
  if (search !== "" || (scheme !== "http" && scheme !== "https")) return undefined;
  // A URL object drops the default port; the rules expect the authority as written.
  const defaultPort = scheme === "http" ? ":80" : ":443";
  const authority = value.includes(`${host}${defaultPort}`) ? host + defaultPort : host;
  return {
    scheme,
    authority,
    // A URL object has the root path even if the text has no path.
    path: pathname === "/" && !value.endsWith("/") ? "" : pathname,
    normalizedPath: pathname.endsWith("/") ? pathname : `${pathname}/`,
    isIp: isIpAddress(hostname),
  };
}

/**
 * Returns part of an ASCII text, counted from its start or, if reversed, from its end; `undefined`
 * if the text is too short.
 * Smithy:
 * https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html#substring-function
 */
export function substring(
  input: string | undefined,
  start: number,
  stop: number,
  reverse: boolean,
): string | undefined {
  if (input === undefined) return undefined;
  // oxlint-disable-next-line no-control-regex -- the pattern matches all of ASCII
  if (start >= stop || input.length < stop || /[^\u0000-\u007f]/.test(input)) return undefined;
  return reverse
    ? input.slice(input.length - stop, input.length - start)
    : input.slice(start, stop);
}

/**
 * Percent-encodes everything but the unreserved characters of RFC 3986.
 * Smithy:
 * https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html#uriencode-function
 */
export function uriEncode(value: string): string;
export function uriEncode(value: string | undefined): string | undefined;
export function uriEncode(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return encodeURIComponent(value).replace(
    /[!*'()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Splits a text at a delimiter into at most `limit` parts, without a limit if it is 0.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html#split-function
 */
export function split(value: string, delimiter: string, limit: number): readonly string[];
export function split(
  value: string | undefined,
  delimiter: string,
  limit: number,
): readonly string[] | undefined;
export function split(
  value: string | undefined,
  delimiter: string,
  limit: number,
): readonly string[] | undefined {
  const parts = value?.split(delimiter);
  if (parts === undefined || limit === 0 || parts.length <= limit) return parts;
  return [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(delimiter)];
}

/**
 * Parses an Amazon Resource Name; `undefined` if the text is not one.
 * Smithy: https://smithy.io/2.0/aws/rules-engine/library-functions.html#aws-parsearn-function
 */
export function parseArn(value: string | undefined): ParsedArn | undefined {
  const [arn, partition, service, region, accountId, ...resource] = value?.split(":") ?? [];
  if (arn !== "arn" || !partition || !service || region === undefined || accountId === undefined) {
    return undefined;
  }
  if (resource.join(":") === "") return undefined;
  return {
    partition,
    service,
    region,
    accountId,
    resourceId: resource.flatMap((part) => part.split("/")),
  };
}

/**
 * Returns whether a text is a valid label of a host name or, if subdomains are allowed, several
 * labels separated by dots. Smithy:
 * https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html#isvalidhostlabel-function
 */
export const isValidHostLabel = (value: string | undefined, allowSubDomains: boolean): boolean =>
  value !== undefined && (allowSubDomains ? value.split(".") : [value]).every(isLabel);

const isLabel = (value: string): boolean => /^(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/.test(value);

const isIpAddress = (value: string): boolean =>
  /^\[.*\]$|^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(value);

/**
 * Returns whether an S3 bucket can be addressed by host name. Smithy:
 * https://smithy.io/2.0/aws/rules-engine/library-functions.html#aws-isvirtualhostables3bucket-function
 */
export function isVirtualHostableS3Bucket(
  value: string | undefined,
  allowSubDomains: boolean,
): boolean {
  if (value === undefined) return false;
  const labels = allowSubDomains ? value.split(".") : [value];
  return labels.every(
    (label) =>
      label.length >= 3 && label === label.toLowerCase() && isLabel(label) && !isIpAddress(label),
  );
}
