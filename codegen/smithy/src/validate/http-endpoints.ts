import type { Model, OperationShape } from "../model/model.js";
import {
  endpointTrait,
  hasTrait,
  hostLabelTrait,
  httpTrait,
  patternTrait,
  trait,
} from "../traits/index.js";
import { compilePattern } from "./node/patterns.js";
import { structureOf } from "./identifier-bindings.js";
import {
  conflictingSegments,
  hostSegments,
  parseUriPattern,
  uriPatternsConflict,
} from "./uri-pattern.js";
import type { UriPattern, UriSegment } from "./uri-pattern.js";

/** The address of an operation: method, path and, if it has one, the prefix of its host. */
export interface Endpoint {
  readonly operation: OperationShape;
  readonly pattern: UriPattern;
  readonly method: string;
  readonly host: readonly UriSegment[] | undefined;
  /** The patterns that the values of the host's labels match, by label. */
  readonly hostPatterns: ReadonlyMap<string, string>;
}

/** The endpoint of an operation; `undefined` without HTTP bindings. */
export function endpointOf(model: Model, operation: OperationShape): readonly Endpoint[] {
  const http = trait(operation, httpTrait);
  if (http === undefined) return [];
  const prefix = trait(operation, endpointTrait)?.hostPrefix;
  const patternsOf = () =>
    new Map(
      [...(structureOf(model.getShape(operation.input))?.members.values() ?? [])].flatMap(
        (member) => {
          if (!hasTrait(member, hostLabelTrait)) return [];
          const target = model.getShape(member.target);
          const pattern = trait(member, patternTrait) ?? trait(target, patternTrait);
          return pattern === undefined ? [] : [[member.name, pattern] as const];
        },
      ),
    );
  return [
    {
      operation,
      pattern: parseUriPattern(http.uri),
      method: http.method,
      host: prefix === undefined ? undefined : hostSegments(prefix),
      hostPatterns: patternsOf(),
    },
  ];
}

/** Returns whether a request could match both endpoints. */
export function endpointsConflict(one: Endpoint, other: Endpoint): boolean {
  if (!uriPatternsConflict(other.pattern, one.pattern)) return false;
  if (!one.host || !other.host) return !one.host && !other.host;
  const { host } = other;
  const literalsDiffer = one.host.some(({ kind, text }, index) => {
    const counterpart = host[index];
    return kind === "literal" && counterpart?.kind === "literal" && counterpart.text !== text;
  });
  if (literalsDiffer) return false;
  return !patternsAreDisjoint(one.host, other.host, one.hostPatterns, other.hostPatterns);
}

function patternsAreDisjoint(
  one: readonly UriSegment[],
  other: readonly UriSegment[],
  onePatterns: ReadonlyMap<string, string>,
  otherPatterns: ReadonlyMap<string, string>,
): boolean {
  const conflicts = conflictingSegments(one, other);
  if (conflicts.length === 0) return false;
  return conflicts
    .filter(([a, b]) => (a.kind === "literal") !== (b.kind === "literal"))
    .every(([a, b]) => {
      const isLiteral = a.kind === "literal";
      const pattern = isLiteral ? otherPatterns.get(b.text) : onePatterns.get(a.text);
      const literal = isLiteral ? a.text : b.text;
      return pattern !== undefined && compilePattern(pattern)?.test(literal) === false;
    });
}
