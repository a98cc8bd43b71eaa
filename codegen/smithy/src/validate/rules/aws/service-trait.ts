import type { ServiceShape } from "../../../model/model.js";
import { shapeName } from "../../../model/shape-id.js";
import { serviceTrait, trait } from "../../../traits/index.js";
import { danger, warning } from "../../event.js";
import { atTrait } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { ticked } from "../../shape-text.js";

const messages = {
  sdkId: danger(
    "SdkServiceId",
    (args: { id: string; problems: readonly string[] }) =>
      `Invalid SDK service ID value, \`${args.id}\`: ${args.problems.join(";")}`,
  ),
  placeholder: warning(
    "EventSource",
    (args: { source: string }) =>
      `aws.api#service|cloudTrailEventSource must not use placeholders, but found: ${args.source}`,
  ),
  otherSource: warning(
    "EventSource",
    (args: { source: string; expected: string }) =>
      `aws.api#service|cloudTrailEventSource does not match the expected value. Expected '${args.expected}', but found '${args.source}'.`,
  ),
} as const;

const idPattern = /^[a-zA-Z][a-zA-Z0-9]*( [a-zA-Z0-9]+)*$/;
const companies = ["AWS", "Amazon", "Aws"];
const endings = ["service", "client", "api"];

/** Ids that were released before the rules existed. */
const released: ReadonlySet<string> = new Set([
  "ACM PCA",
  "ApiGatewayManagementApi",
  "Config Service",
  "Cost and Usage Report Service",
  "Application Discovery Service",
  "Database Migration Service",
  "Directory Service",
  "Elasticsearch Service",
  "IoT 1Click Devices Service",
  "IoTAnalytics",
  "Lex Model Building Service",
  "Lex Runtime Service",
  "Marketplace Entitlement Service",
  "mq",
  "Resource Groups Tagging API",
]);

/** SDK ids, from which SDKs derive names, are plain names. */
export const sdkServiceId: Rule = {
  name: "SdkServiceId",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const id = trait(service, serviceTrait)?.sdkId;
      if (id === undefined || released.has(id)) continue;
      const problems = problemsOf(id);
      if (problems.length > 0)
        yield messages.sdkId({ id, problems }, atTrait(service, serviceTrait));
    }
  },
};

function problemsOf(id: string): readonly string[] {
  const ending = endings.find((word) => id.toLowerCase().endsWith(word));
  return [
    ...(idPattern.test(id) ? [] : [`Does not match the required pattern \`${idPattern.source}\``]),
    ...(companies.some((name) => id.includes(name))
      ? [`Must not contain any of the following company names: [${ticked(companies)}]`]
      : []),
    ...(ending === undefined ? [] : [`Must not case-insensitively end with \`${ending}\``]),
    ...(id.length < 1 || id.length > 50 ? ["Must be between 1 and 50 characters long."] : []),
  ];
}

/** The CloudTrail event source is named after the service in ARNs. */
export const eventSource: Rule = {
  name: "EventSource",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const source = trait(service, serviceTrait)?.cloudTrailEventSource;
      if (source === undefined) continue;
      const expected = `${arnNamespaceOf(service)}.amazonaws.com`;
      if (source === expected || exceptions.get(expected) === source) continue;
      if (source.includes("REPLACE") || source === source.toUpperCase()) {
        yield messages.placeholder({ source }, atTrait(service, serviceTrait));
      } else yield messages.otherSource({ source, expected }, atTrait(service, serviceTrait));
    }
  },
};

const exceptions: ReadonlyMap<string, string> = new Map([
  ["cloudwatch.amazonaws.com", "monitoring.amazonaws.com"],
]);

/** The name of the service in ARNs. */
export const arnNamespaceOf = (service: ServiceShape): string =>
  trait(service, serviceTrait)?.arnNamespace ?? shapeName(service.id).toLowerCase();
