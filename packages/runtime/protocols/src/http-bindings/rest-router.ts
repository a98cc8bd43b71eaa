import { inputOf, memberNamesOf, requiredCountOf, structureOf, traitsOf } from "@tinsmith/schema";
import type { HttpQuery, OperationDescription, RoutableRequest, Router } from "../protocol.js";
import { headerOf } from "../http/headers.js";
import { bindingsOf } from "./bindings.js";
import { matchSegments, parseUriPattern, splitPath, withoutLastSlash } from "./uri-pattern.js";
import type { UriPattern } from "./uri-pattern.js";

interface Candidate<Operation> {
  readonly operation: Operation;
  readonly pattern: UriPattern;
  /** The literals of the query, except the hint. */
  readonly literals: UriPattern["query"];
  /** The value of the hint ({@link hintName}) in the pattern. */
  readonly hint: string | null | undefined;
  /** The headers and query parameters that a request must have. Used for patterns with a hint. */
  readonly required: { readonly headers: readonly string[]; readonly queries: readonly string[] };
  /** Returns true for the name of a query parameter that the operation has. */
  readonly hasQuery: (name: string) => boolean;
}

/**
 * A query literal with which AWS models distinguish operations of the same method and path
 * (`x-id=CopyObject`). Not all clients send it; the Python SDK and the CLI never do. Without it,
 * the operations are distinguished by their required headers and parameters.
 */
const hintName = "x-id";

/**
 * A node of the trie. Each literal has a separate branch, all labels share one branch, and greedy
 * labels are leaves.
 */
interface Node<Operation> {
  readonly literals: Map<string, Node<Operation>>;
  label: Node<Operation> | undefined;
  /** The candidates whose pattern ends at this node. */
  readonly ending: Candidate<Operation>[];
  readonly greedy: Candidate<Operation>[];
}

const newNode = <Operation>(): Node<Operation> => ({
  literals: new Map(),
  label: undefined,
  ending: [],
  greedy: [],
});

/**
 * Creates a router by method, path and query literals, with a trie for each method. If several
 * patterns match, literals take precedence over labels, labels over greedy labels, and more query
 * literals over fewer. After that, operations whose required headers and parameters are present
 * take precedence. A trailing slash is ignored if no pattern matches it.
 * Smithy: https://smithy.io/2.0/spec/http-bindings.html#request-routing
 */
export function createRestRouter<Operation extends OperationDescription>(
  operations: readonly Operation[],
): Router<Operation> {
  const methods = new Map<string, Node<Operation>>();
  let hasSubresources = false;
  for (const operation of operations) {
    const http = traitsOf(operation.schema).http;
    if (!http) continue;
    const root = methods.get(http[0]) ?? newNode<Operation>();
    methods.set(http[0], root);
    const candidate = candidateOf(operation, parseUriPattern(http[1]));
    insert(root, candidate);
    hasSubresources ||= candidate.literals.some(isSubresource);
  }
  return (request) => {
    const root = methods.get(request.method);
    if (root === undefined) return undefined;
    const path = splitPath(request.path);
    const shorter = withoutLastSlash(path);
    const found = find(root, path, 0, request) ?? (shorter && find(root, shorter, 0, request));
    if (found === undefined) return undefined;
    return hasSubresources && namesUnknownSubresource(found, request) ? undefined : found.operation;
  };
}

const isSubresource = ([, value]: UriPattern["query"][number]): boolean =>
  value === null || value === "";

/**
 * Returns true for a parameter without a value that the operation does not have. Services like S3
 * name a part of a resource in this way (`?acl`). A request for a part that the model lacks must
 * not be routed to the operation for the whole resource.
 */
function namesUnknownSubresource(
  { hasQuery }: Candidate<unknown>,
  { query }: RoutableRequest,
): boolean {
  for (const name in query) {
    const value = query[name];
    if ((value === null || value === "") && !hasQuery(name)) return true;
  }
  return false;
}

function candidateOf<Operation extends OperationDescription>(
  operation: Operation,
  pattern: UriPattern,
): Candidate<Operation> {
  const hint = pattern.query.find(([name]) => name === hintName)?.[1];
  const literals = pattern.query.filter(([name]) => name !== hintName);
  const common = { operation, pattern, literals, hint, hasQuery: queriesOf(operation, pattern) };
  if (hint === undefined) return { ...common, required: { headers: [], queries: [] } };
  const input = structureOf(inputOf(operation.schema));
  const names = new Set(memberNamesOf(input).slice(0, requiredCountOf(input)));
  const { headers, queries } = bindingsOf(input, "request");
  const wires = (members: typeof headers): string[] =>
    members.filter(({ name }) => names.has(name)).map(({ wire }) => wire);
  return { ...common, required: { headers: wires(headers), queries: wires(queries) } };
}

/** The names are collected on first use: most requests have no parameter without a value. */
function queriesOf(
  { schema }: OperationDescription,
  { query }: UriPattern,
): Candidate<unknown>["hasQuery"] {
  let known: { readonly any: boolean; readonly names: ReadonlySet<string> } | undefined;
  return (name) => {
    if (known === undefined) {
      const { queries, queryParams } = bindingsOf(structureOf(inputOf(schema)), "request");
      const names = [...query.map(([literal]) => literal), ...queries.map(({ wire }) => wire)];
      known = { any: queryParams !== undefined, names: new Set(names) };
    }
    return known.any || known.names.has(name) || /^x-amz-/i.test(name);
  };
}

function insert<Operation>(root: Node<Operation>, candidate: Candidate<Operation>): void {
  let node = root;
  for (const segment of candidate.pattern.segments) {
    if ("literal" in segment) {
      const next = node.literals.get(segment.literal) ?? newNode<Operation>();
      node.literals.set(segment.literal, next);
      node = next;
    } else if (segment.greedy) {
      node.greedy.push(candidate);
      node.greedy.sort(bySpecificity);
      return;
    } else {
      node = node.label ??= newNode<Operation>();
    }
  }
  node.ending.push(candidate);
  node.ending.sort(bySpecificity);
}

/**
 * Sorts by the number of query literals, then by the number of requirements, then by the length of
 * the pattern.
 */
const bySpecificity = (a: Candidate<unknown>, b: Candidate<unknown>): number =>
  b.literals.length - a.literals.length ||
  requirementsOf(b) - requirementsOf(a) ||
  b.pattern.segments.length - a.pattern.segments.length;

const requirementsOf = ({ required }: Candidate<unknown>): number =>
  required.headers.length + required.queries.length;

function find<Operation>(
  node: Node<Operation>,
  path: readonly string[],
  at: number,
  request: RoutableRequest,
): Candidate<Operation> | undefined {
  if (at === path.length) return choose(node.ending, request);
  const segment = path[at] ?? "";
  const literal = node.literals.get(segment);
  return (
    (literal && find(literal, path, at + 1, request)) ??
    (segment !== "" && node.label ? find(node.label, path, at + 1, request) : undefined) ??
    choose(node.greedy, request, path)
  );
}

/**
 * Returns the first candidate that matches. Of candidates with equally many literals, prefers the
 * one with the hint.
 */
function choose<Operation>(
  candidates: readonly Candidate<Operation>[],
  request: RoutableRequest,
  path?: readonly string[],
): Candidate<Operation> | undefined {
  let unhinted: Candidate<Operation> | undefined;
  for (const candidate of candidates) {
    if (unhinted && candidate.literals.length < unhinted.literals.length) break;
    const { pattern, literals, hint } = candidate;
    if (path && matchSegments(pattern.segments, path) === undefined) continue;
    if (!literals.every(([name, value]) => hasLiteral(request.query, name, value))) continue;
    if (hint === undefined) unhinted ??= candidate;
    else if (!Object.hasOwn(request.query, hintName)) {
      if (hasRequired(candidate, request)) unhinted ??= candidate;
    } else if (hasLiteral(request.query, hintName, hint)) return candidate;
  }
  return unhinted;
}

const hasRequired = (
  { required }: Candidate<unknown>,
  { headers, query }: RoutableRequest,
): boolean =>
  required.queries.every((name) => Object.hasOwn(query, name)) &&
  required.headers.every((name) => headerOf(headers, name) !== undefined);

function hasLiteral(query: HttpQuery, name: string, value: string | null): boolean {
  if (!Object.hasOwn(query, name)) return false;
  const given = query[name];
  if (value === null) return true;
  return Array.isArray(given) ? given.includes(value) : given === value;
}
