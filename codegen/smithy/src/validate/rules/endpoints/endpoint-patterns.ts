import type { DiagnosticPlace } from "../../../diagnostics/define-message.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { isNodeObject } from "../../../model/node-value.js";
import {
  standardPartitionalEndpointsTrait,
  standardRegionalEndpointsTrait,
} from "../../../traits/index.js";
import { danger, error } from "../../event.js";
import { atTrait } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { objectsIn } from "./rule-set.js";

const messages = {
  pattern: danger(
    "AwsSpecialCaseEndpoint.UnsupportedEndpointPattern",
    (args: { endpoint: string; patterns: readonly string[] }) =>
      `Endpoint \`${args.endpoint}\` contains unsupported patterns: ${args.patterns.join(", ")}`,
  ),
  url: error(
    "AwsSpecialCaseEndpoint.InvalidEndpointPatternUrl",
    (args: { endpoint: string }) => `Endpoint \`${args.endpoint}\` should be a valid URL.`,
  ),
  scheme: danger(
    "AwsSpecialCaseEndpoint.InvalidEndpointPatternScheme",
    (args: { endpoint: string }) =>
      `Endpoint \`${args.endpoint}\` should start with scheme \`http://\` or \`https://\``,
  ),
} as const;

/** The supported placeholders. */
const supported: ReadonlySet<string> = new Set([
  "{region}",
  "{service}",
  "{dnsSuffix}",
  "{dualStackDnsSuffix}",
]);

const traits = [
  [standardRegionalEndpointsTrait.id, ["regionSpecialCases", "partitionSpecialCases"]],
  [standardPartitionalEndpointsTrait.id, ["partitionEndpointSpecialCases"]],
] as const;

/**
 * The endpoint patterns for single regions and partitions in the traits of a service are valid.
 * Smithy: https://smithy.io/2.0/aws/aws-endpoints-region.html (the traits of `aws.endpoints`)
 */
export const endpointPatterns: Rule = {
  name: "AwsSpecialCaseEndpoint",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      for (const [id, keys] of traits) {
        const trait = service.traits.get(id);
        if (!isNodeObject(trait)) continue;
        for (const { endpoint } of keys.flatMap((key) => [...objectsIn(trait[key] ?? null)])) {
          if (typeof endpoint === "string")
            yield* checkEndpoint(atTrait(service, { id }), endpoint);
        }
      }
    }
  },
};

function* checkEndpoint(place: DiagnosticPlace, endpoint: string): Iterable<Diagnostic> {
  const patterns = (endpoint.match(/\{[^}]*\}/g) ?? []).filter((one) => !supported.has(one));
  if (patterns.length > 0) yield messages.pattern({ endpoint, patterns }, place);
  if (!/^https?:\/\//.test(endpoint)) yield messages.scheme({ endpoint }, place);
  if (!javaUrl.test(endpoint.replace(/[{}]/g, ""))) yield messages.url({ endpoint }, place);
}

/** The URLs that Java accepts: of a scheme that it knows, with the characters of a URI. */
const javaUrl = /^(?:https?|ftp|file|jar|mailto):(?:[^\s"<>\\^`|%]|%[0-9A-Fa-f]{2})*$/i;
