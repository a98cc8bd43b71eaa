/** One part of a path between slashes: a literal, or a label in braces. */
export interface UriSegment {
  readonly text: string;
  readonly kind: "literal" | "label" | "greedy";
}

/** The parts of a `uri` of the http trait (Smithy specification, "http trait"). */
export interface UriPattern {
  readonly text: string;
  readonly segments: readonly UriSegment[];
  /** The literal query parameters; the value is empty if there is none. */
  readonly query: ReadonlyMap<string, string>;
}

export function parseUriPattern(text: string): UriPattern {
  const question = text.indexOf("?");
  const path = question < 0 ? text : text.slice(0, question);
  const queryText = question < 0 ? "" : text.slice(question + 1);
  const query = new Map<string, string>();
  for (const pair of queryText === "" ? [] : queryText.split("&")) {
    const equals = pair.indexOf("=");
    query.set(equals < 0 ? pair : pair.slice(0, equals), equals < 0 ? "" : pair.slice(equals + 1));
  }
  const parts = path.replace(/^\//, "").split("/");
  return {
    text,
    segments: parts.filter((part) => part !== "").map(parseSegment),
    query,
  };
}

function parseSegment(text: string): UriSegment {
  const label = /^\{([^{}]*?)(\+?)\}$/.exec(text);
  if (label === null) return { text, kind: "literal" };
  return { text: label[1] ?? "", kind: label[2] === "+" ? "greedy" : "label" };
}

export const labelsOf = ({ segments }: UriPattern): readonly UriSegment[] =>
  segments.filter(({ kind }) => kind !== "literal");

/**
 * The pairs of segments of two patterns in which only one segment is a label, or only one is
 * greedy. After two different literals, no further segments are compared.
 */
export function conflictingSegments(
  one: readonly UriSegment[],
  other: readonly UriSegment[],
): readonly (readonly [UriSegment, UriSegment])[] {
  const pairs: (readonly [UriSegment, UriSegment])[] = [];
  for (const [index, segment] of one.entries()) {
    const counterpart = other[index];
    if (counterpart === undefined) break;
    if (segment.kind !== counterpart.kind) pairs.push([segment, counterpart]);
    else if (segment.kind === "literal" && segment.text !== counterpart.text) break;
  }
  return pairs;
}

/**
 * Returns whether two patterns are equally specific, so that routing cannot decide between them. A
 * literal is more specific than a label, and a label more than a greedy label.
 */
export function uriPatternsConflict(one: UriPattern, other: UriPattern): boolean {
  if (one.segments.length !== other.segments.length) return false;
  const samePath = one.segments.every(({ kind, text }, index) => {
    const counterpart = other.segments[index];
    return kind === counterpart?.kind && (kind !== "literal" || text === counterpart.text);
  });
  if (!samePath || one.query.size !== other.query.size) return false;
  return [...one.query].every(([key, value]) => other.query.get(key) === value);
}

/** The segments of a host prefix: labels and the text between them. */
export const hostSegments = (hostPrefix: string): readonly UriSegment[] =>
  [...hostPrefix.matchAll(/\{([^{}]*)\}|[^{}]+/g)].map(([literal, label]) =>
    label === undefined ? { text: literal, kind: "literal" } : { text: label, kind: "label" },
  );

/** The labels in a host prefix. */
export const hostLabels = (hostPrefix: string): readonly string[] =>
  [...hostPrefix.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
