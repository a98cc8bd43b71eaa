/** A segment of a path pattern: a literal or a label. A greedy label matches several segments. */
export type PatternSegment =
  | { readonly literal: string }
  | { readonly label: string; readonly greedy: boolean };

/** A parsed `uri` of `@http`. Smithy: https://smithy.io/2.0/spec/http-bindings.html#http-trait */
export interface UriPattern {
  readonly segments: readonly PatternSegment[];
  /** Literal query parameters; the value is `null` for a parameter without a value. */
  readonly query: readonly (readonly [name: string, value: string | null])[];
}

export function parseUriPattern(uri: string): UriPattern {
  const [path = "", search] = uri.split("?");
  return {
    // A pattern without a path matches the path of the endpoint itself.
    segments: (path === "" ? [] : path.slice(1).split("/")).map((segment) =>
      segment.startsWith("{")
        ? {
            label: segment.replace(/[{}+]/g, ""),
            greedy: segment.endsWith("+}"),
          }
        : { literal: segment },
    ),
    query: (search ? search.split("&") : []).map((pair) => {
      const equals = pair.indexOf("=");
      return equals < 0 ? [pair, null] : [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  };
}

/** Percent-encodes everything but the unreserved characters of RFC 3986. */
export const escapeUri = (text: string): string =>
  /^[\w.~-]*$/.test(text)
    ? text
    : encodeURIComponent(text).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      );

/** Splits a path into its segments. */
export const splitPath = (path: string): readonly string[] => path.slice(1).split("/");

/**
 * Removes the trailing slash of a path that does not match any pattern, because clients of S3 send
 * one after the name of a bucket. Returns `undefined` if the path does not end with a slash.
 */
export const withoutLastSlash = (path: readonly string[]): readonly string[] | undefined =>
  path.length > 1 && path.at(-1) === "" ? path.slice(0, -1) : undefined;

/**
 * Matches a path and returns the values of its labels, not decoded; `undefined` if the path does
 * not match.
 */
export function matchSegments(
  pattern: readonly PatternSegment[],
  path: readonly string[],
): Map<string, string> | undefined {
  const greedy = pattern.findIndex((segment) => "greedy" in segment && segment.greedy);
  const after = greedy < 0 ? 0 : pattern.length - greedy - 1;
  if (greedy < 0 ? path.length !== pattern.length : path.length < pattern.length) return undefined;
  const labels = new Map<string, string>();
  const match = (segment: PatternSegment | undefined, part: string | undefined): boolean => {
    if (segment === undefined || part === undefined) return false;
    if ("literal" in segment) return segment.literal === part;
    labels.set(segment.label, part);
    return part !== "";
  };
  for (let index = 0; index < pattern.length; index++) {
    const segment = pattern[index];
    if (index === greedy && segment && "label" in segment) {
      const parts = path.slice(index, path.length - after);
      if (parts.join("/") === "") return undefined;
      labels.set(segment.label, parts.join("/"));
      continue;
    }
    const at = greedy >= 0 && index > greedy ? path.length - pattern.length + index : index;
    if (!match(segment, path[at])) return undefined;
  }
  return labels;
}
