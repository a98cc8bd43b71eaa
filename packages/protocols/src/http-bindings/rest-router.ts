import type { HttpQuery, OperationDescription, RoutableRequest, Router } from "../protocol.js";
import { traitsOf } from "../schema/resolve.js";
import {
  matchSegments,
  parseUriPattern,
  splitPath,
  type UriPattern,
  withoutLastSlash,
} from "./uri-pattern.js";

interface Candidate<Operation> {
  readonly operation: Operation;
  readonly pattern: UriPattern;
}

/** A node of the trie: literal segments lead on, labels share one branch, greedy labels end the walk. */
interface Node<Operation> {
  readonly literals: Map<string, Node<Operation>>;
  label: Node<Operation> | undefined;
  readonly here: Candidate<Operation>[];
  readonly greedy: Candidate<Operation>[];
}

const newNode = <Operation>(): Node<Operation> => ({
  literals: new Map(),
  label: undefined,
  here: [],
  greedy: [],
});

/**
 * Routes by method, path and query literals: a trie for each method. Where several patterns fit, a literal goes before a
 * label, a label before a greedy one, more query literals before fewer. A slash at the end counts where a pattern can
 * take it, and is left out where none can.
 * Smithy: https://smithy.io/2.0/spec/http-bindings.html#request-routing
 */
export const createRestRouter = <Operation extends OperationDescription>(
  operations: readonly Operation[],
): Router<Operation> => {
  const methods = new Map<string, Node<Operation>>();
  for (const operation of operations) {
    const http = traitsOf(operation.schema[3]).http;
    if (!http) continue;
    const root = methods.get(http[0]) ?? newNode<Operation>();
    methods.set(http[0], root);
    insert(root, { operation, pattern: parseUriPattern(http[1]) });
  }
  return (request) => {
    const root = methods.get(request.method);
    if (root === undefined) return undefined;
    const path = splitPath(request.path);
    const found = find(root, path, 0, request);
    if (found !== undefined) return found.operation;
    const shorter = withoutLastSlash(path);
    return shorter && find(root, shorter, 0, request)?.operation;
  };
};

const insert = <Operation>(root: Node<Operation>, candidate: Candidate<Operation>): void => {
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
  node.here.push(candidate);
  node.here.sort(bySpecificity);
};

/** Most query literals first, then the longest pattern. */
const bySpecificity = (a: Candidate<unknown>, b: Candidate<unknown>): number =>
  b.pattern.query.length - a.pattern.query.length ||
  b.pattern.segments.length - a.pattern.segments.length;

const find = <Operation>(
  node: Node<Operation>,
  path: readonly string[],
  at: number,
  request: RoutableRequest,
): Candidate<Operation> | undefined => {
  if (at === path.length)
    return node.here.find(({ pattern }) => hasLiterals(pattern, request.query));
  const segment = path[at] ?? "";
  const literal = node.literals.get(segment);
  return (
    (literal && find(literal, path, at + 1, request)) ??
    (segment !== "" && node.label ? find(node.label, path, at + 1, request) : undefined) ??
    node.greedy.find(
      ({ pattern }) =>
        matchSegments(pattern.segments, path) !== undefined && hasLiterals(pattern, request.query),
    )
  );
};

const hasLiterals = (pattern: UriPattern, query: HttpQuery): boolean =>
  pattern.query.every(([name, value]) => {
    if (!Object.hasOwn(query, name)) return false;
    const given = query[name];
    if (value === null) return true;
    return Array.isArray(given) ? given.includes(value) : given === value;
  });
