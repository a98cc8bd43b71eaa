import type { OperationShape } from "../../model/model.js";
import { danger, error } from "../event.js";
import { groupBy } from "../group-by.js";
import { at, type Rule } from "../rule.js";
import { objectTrait, stringOf } from "../trait-values.js";
import { labelsOf, parseUriPattern, type UriPattern, uriPatternsConflict } from "../uri-pattern.js";

const messages = {
  format: error(
    "HttpUriFormat",
    (args: { uri: string }) => `@http trait \`uri\` is invalid: ${args.uri}`,
  ),
  manyGreedy: danger(
    "HttpUriGreedyLabel.MultipleGreedyLabels",
    (args: { uri: string }) =>
      `At most one greedy label segment may exist in a pattern: ${args.uri}`,
  ),
  greedyNotLast: danger(
    "HttpUriGreedyLabel.GreedyLabelIsNotLastLabel",
    (args: { uri: string }) => `A greedy label must be the last label in its pattern: ${args.uri}`,
  ),
  conflict: error(
    "HttpUriConflict",
    (args: { uri: string; others: readonly string[] }) =>
      `Operation URI, \`${args.uri}\`, conflicts with other operation URIs in the same service: [${args.others.join(", ")}]`,
  ),
} as const;

/** What RFC 3986 allows in a path and query, and the braces of labels. */
const allowed = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?{}]|%[0-9A-Fa-f]{2})*$/;

/** Paths are written as RFC 3986 has it. */
export const httpUriFormat: Rule = {
  name: "HttpUriFormat",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const uri = uriOf(operation);
      if (uri !== undefined && !allowed.test(uri)) yield messages.format({ uri }, at(operation));
    }
  },
};

/** A greedy label is the last one. */
export const httpUriGreedyLabel: Rule = {
  name: "HttpUriGreedyLabel",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const uri = uriOf(operation);
      if (uri === undefined) continue;
      const labels = labelsOf(parseUriPattern(uri));
      if (labels.filter(({ kind }) => kind === "greedy").length > 1) {
        yield messages.manyGreedy({ uri }, at(operation));
      }
      const first = labels.findIndex(({ kind }) => kind === "greedy");
      if (first >= 0 && first < labels.length - 1) {
        yield messages.greedyNotLast({ uri }, at(operation));
      }
    }
  },
};

interface Endpoint {
  readonly operation: OperationShape;
  readonly pattern: UriPattern;
  readonly method: string;
  readonly hostPrefix: string;
}

/** No two operations of a service answer to the same method and path. */
export const httpUriConflict: Rule = {
  name: "HttpUriConflict",
  *check({ model, services }) {
    for (const service of model.shapesOfType("service")) {
      const all = services.operationsOf(service).flatMap(endpointOf);
      const alike = groupBy(all, (one) => `${one.method} ${one.pattern.segments.length}`);
      for (const one of all) {
        const candidates = alike.get(`${one.method} ${one.pattern.segments.length}`) ?? [];
        const others = candidates.filter((other) => other !== one && conflict(one, other));
        if (others.length === 0) continue;
        const listed = others.map(
          ({ operation, pattern }) => `\`${operation.id}\` (${pattern.text})`,
        );
        yield messages.conflict({ uri: one.pattern.text, others: listed }, at(one.operation));
      }
    }
  },
};

function endpointOf(operation: OperationShape): readonly Endpoint[] {
  const uri = uriOf(operation);
  if (uri === undefined) return [];
  const method = stringOf(objectTrait(operation, "smithy.api#http")["method"]) ?? "";
  const hostPrefix = stringOf(objectTrait(operation, "smithy.api#endpoint")["hostPrefix"]) ?? "";
  return [{ operation, pattern: parseUriPattern(uri), method, hostPrefix }];
}

const conflict = (one: Endpoint, other: Endpoint): boolean =>
  one.hostPrefix === other.hostPrefix && uriPatternsConflict(one.pattern, other.pattern);

const uriOf = (operation: OperationShape): string | undefined =>
  stringOf(objectTrait(operation, "smithy.api#http")["uri"]);
