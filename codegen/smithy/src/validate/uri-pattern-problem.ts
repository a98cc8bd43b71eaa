/** Returns the fault that makes a text unreadable as the `uri` of the http trait. */
export function uriPatternProblem(uri: string): string | undefined {
  if (uri.endsWith("?")) return `URI patterns must not end with '?'. Found ${uri}`;
  if (!uri.startsWith("/")) return `URI pattern must start with '/'. Found ${uri}`;
  if (uri.includes("#")) return `URI pattern must not contain a fragment. Found ${uri}`;
  const question = uri.indexOf("?");
  const path = question < 0 ? uri : uri.slice(0, question);
  const query = question < 0 ? "" : uri.slice(question + 1);
  // Trailing slashes are not part of the pattern.
  const segments = path.replace(/\/+$/, "").split("/").slice(1);
  return segmentsProblem(segments) ?? queryProblem(uri, query) ?? repeatedLabel(segments, uri);
}

/** Returns the fault that makes a text unreadable as the `hostPrefix` of the endpoint trait. */
export function hostPrefixProblem(prefix: string): string | undefined {
  const segments: string[] = [];
  let position = 0;
  for (const [segment] of prefix.matchAll(/\{[^{}]*[{}]?|[^{}]+|\}/g)) {
    if (segment.startsWith("{")) {
      if (segments.at(-1)?.startsWith("{")) {
        return `Host labels must not be adjacent in a pattern. Found ${prefix}`;
      }
      if (!/[{}]$/.test(segment.slice(1))) {
        return `Unclosed label found in pattern at: .${position}`;
      }
    } else if (segment === "}") {
      return `Literal segments must not contain \`}\`. Found at: ${position}`;
    }
    const problem = segmentProblem(segment, position);
    if (problem !== undefined) return problem;
    segments.push(segment);
    position += segment.length;
  }
  const greedy = segments.some((segment) => segment.endsWith("+}"))
    ? `Pattern must not contain a greedy label. Found ${prefix}`
    : undefined;
  return repeatedLabel(segments, prefix) ?? greedy;
}

function segmentsProblem(segments: readonly string[]): string | undefined {
  let offset = 1;
  for (const segment of segments) {
    const problem = segmentProblem(segment, offset);
    if (problem !== undefined) return problem;
    offset += segment.length + 1;
  }
  return undefined;
}

const identifier = /^_*[A-Za-z][A-Za-z0-9_]*$/;

function segmentProblem(segment: string, offset: number): string | undefined {
  if (segment === "") return `Segments must not be empty at index ${offset}`;
  const name = labelOf(segment);
  if (name === undefined) {
    return /[{}]/.test(segment)
      ? `Literal segments must not contain \`{\` or \`}\` characters. Found segment \`${segment}\` at index ${offset}`
      : undefined;
  }
  if (name === "") return `Empty label declaration in pattern at index ${offset}.`;
  return identifier.test(name)
    ? undefined
    : `Invalid label name in pattern: '${name}' at index ${offset}. Labels must contain value identifiers.`;
}

function labelOf(segment: string): string | undefined {
  if (segment.length < 2 || !segment.startsWith("{") || !segment.endsWith("}")) return undefined;
  return segment.slice(1, segment.endsWith("+}") ? -2 : -1);
}

function repeatedLabel(segments: readonly string[], pattern: string): string | undefined {
  const seen = new Set<string>();
  for (const segment of segments) {
    const name = labelOf(segment);
    if (name === undefined) continue;
    if (seen.has(name.toLowerCase())) {
      return `Label \`${name}\` is defined more than once in pattern: ${pattern}`;
    }
    seen.add(name.toLowerCase());
  }
  return undefined;
}

function queryProblem(uri: string, query: string): string | undefined {
  if (/[{}]/.test(query)) return `URI labels must not appear in the query string. Found ${uri}`;
  const names = new Set<string>();
  for (const pair of query === "" ? [] : query.split("&")) {
    const [name = ""] = pair.split("=", 1);
    if (names.has(name)) return `Literal query parameters must not be repeated: ${uri}`;
    names.add(name);
  }
  return undefined;
}
