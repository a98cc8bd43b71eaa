import type { OperationShape } from "../../model/model.js";
import { httpTrait, trait } from "../../traits/index.js";
import { danger, error } from "../event.js";
import { groupBy } from "../group-by.js";
import { at, atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { endpointOf, endpointsConflict } from "../http-endpoints.js";
import type { Endpoint } from "../http-endpoints.js";
import { labelsOf, parseUriPattern } from "../uri-pattern.js";

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
    ({ uri, others }: { uri: string; others: readonly string[] }) =>
      `Operation URI, \`${uri}\`, conflicts with other operation URIs in the same service: [${[...others].sort().join(", ")}]`,
  ),
} as const;

/**
 * URIs consist of ASCII characters. The reference does not check which of them: models with a space
 * or a quotation mark in a URI are valid.
 */
export const httpUriFormat: Rule = {
  name: "HttpUriFormat",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const uri = uriOf(operation);
      if (uri !== undefined && !/^\p{ASCII}*$/u.test(uri))
        yield messages.format({ uri }, atTrait(operation, httpTrait));
    }
  },
};

/** A greedy label is the last label. */
export const httpUriGreedyLabel: Rule = {
  name: "HttpUriGreedyLabel",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const uri = uriOf(operation);
      if (uri === undefined) continue;
      const labels = labelsOf(parseUriPattern(uri));
      if (labels.filter(({ kind }) => kind === "greedy").length > 1) {
        yield messages.manyGreedy({ uri }, atTrait(operation, httpTrait));
      }
      const first = labels.findIndex(({ kind }) => kind === "greedy");
      if (first >= 0 && first < labels.length - 1) {
        yield messages.greedyNotLast({ uri }, atTrait(operation, httpTrait));
      }
    }
  },
};

/** No two operations of a service match the same method and path. */
export const httpUriConflict: Rule = {
  name: "HttpUriConflict",
  *check({ model, services }) {
    for (const service of model.shapesOfType("service")) {
      const all = services.operationsOf(service).flatMap((one) => endpointOf(model, one));
      const byMethod = groupBy(all, ({ method }) => method);
      for (const one of all) {
        const others = (byMethod.get(one.method) ?? []).filter(
          (other) => other !== one && endpointsConflict(one, other),
        );
        if (others.length === 0) continue;
        const args = { uri: one.pattern.text, others: others.map(describe) };
        yield messages.conflict(args, at(one.operation));
      }
    }
  },
};

const describe = ({ operation, pattern }: Endpoint): string =>
  `\`${operation.id}\` (${pattern.text})`;

const uriOf = (operation: OperationShape): string | undefined => trait(operation, httpTrait)?.uri;
