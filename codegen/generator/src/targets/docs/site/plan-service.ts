import type { ShapeId } from "@tinsmith/smithy";
import { arrayOf, entriesOf, propertyOf, stringOf } from "@tinsmith/service";
import type { AuthSchemePlan, ServicePlan } from "@tinsmith/service";
import type { AuthenticationDoc, EndpointDoc, Fact, ProtocolDoc } from "./site.js";

const protocols: ReadonlyMap<ShapeId, Omit<ProtocolDoc, "id">> = new Map([
  [
    "aws.protocols#awsJson1_0",
    {
      name: "AWS JSON 1.0",
      summary:
        "Every call is a `POST` to `/`. The `X-Amz-Target` header names the operation; input and output are JSON documents of the type `application/x-amz-json-1.0`. Timestamps are seconds since 1970.",
    },
  ],
  [
    "aws.protocols#awsJson1_1",
    {
      name: "AWS JSON 1.1",
      summary:
        "Every call is a `POST` to `/`. The `X-Amz-Target` header names the operation; input and output are JSON documents of the type `application/x-amz-json-1.1`. Timestamps are seconds since 1970.",
    },
  ],
  [
    "aws.protocols#restJson1",
    {
      name: "REST JSON",
      summary:
        "Each operation has a method and a path of its own; parts of the input travel in the path, the query and the headers, the rest as a JSON document.",
    },
  ],
  [
    "aws.protocols#restXml",
    {
      name: "REST XML",
      summary:
        "Each operation has a method and a path of its own; parts of the input travel in the path, the query and the headers, the rest as an XML document.",
    },
  ],
  [
    "aws.protocols#awsQuery",
    {
      name: "AWS Query",
      summary: "Every call is a form that names the operation; answers are XML.",
    },
  ],
  [
    "aws.protocols#ec2Query",
    {
      name: "EC2 Query",
      summary: "Every call is a form that names the operation; answers are XML.",
    },
  ],
  [
    "smithy.protocols#rpcv2Cbor",
    {
      name: "Smithy RPC v2 CBOR",
      summary: "Every call is a `POST` to a path that names the operation; bodies are CBOR.",
    },
  ],
  [
    "smithy.protocols#rpcv2Json",
    {
      name: "Smithy RPC v2 JSON",
      summary: "Every call is a `POST` to a path that names the operation; bodies are JSON.",
    },
  ],
]);

/** The service's preferred protocol, in words. */
export function planProtocol(plan: ServicePlan): ProtocolDoc | undefined {
  const [protocol] = plan.protocols;
  if (protocol === undefined) return undefined;
  const { id, extension } = protocol;
  const name = extension?.title ?? id.slice(id.indexOf("#") + 1);
  return { id, ...(protocols.get(id) ?? { name, summary: extension?.summary ?? "" }) };
}

/** How callers prove who they are, in the service's order of preference. */
export function planAuthentication(plan: ServicePlan): readonly AuthenticationDoc[] {
  return plan.authSchemes.map(describeScheme);
}

function describeScheme(scheme: AuthSchemePlan): AuthenticationDoc {
  const name = stringOf(propertyOf(scheme.settings, "name"));
  switch (scheme.id) {
    case "aws.auth#sigv4":
    case "aws.auth#sigv4a":
      return {
        name: scheme.id.endsWith("a") ? "AWS Signature Version 4a" : "AWS Signature Version 4",
        summary: `Requests are signed with AWS credentials${name === undefined ? "" : ` for the service \`${name}\``}. A client takes them from the environment, a profile, single sign-on, or the container or instance it runs on; the signature is made for each request.`,
      };
    case "smithy.api#httpBearerAuth":
      return {
        name: "Bearer token",
        summary: "Requests carry a token in the `Authorization` header, after the word `Bearer`.",
      };
    case "smithy.api#httpBasicAuth":
      return { name: "HTTP Basic", summary: "Requests carry a user name and a password." };
    case "smithy.api#httpDigestAuth":
      return {
        name: "HTTP Digest",
        summary: "Requests carry a digest of a user name and a password.",
      };
    case "smithy.api#httpApiKeyAuth":
      return {
        name: "API key",
        summary: `Requests carry a key in the ${stringOf(propertyOf(scheme.settings, "in")) ?? "header"} \`${name ?? ""}\`.`,
      };
    default:
      return { name: scheme.id, summary: "" };
  }
}

/**
 * Endpoints as the model's `smithy.rules#endpointTests` state them: those with a region and an
 * address, plain ones first. Cases that set anything but region, FIPS and dual-stack say nothing
 * about where the service is.
 */
export function planEndpoints(plan: ServicePlan): readonly EndpointDoc[] {
  const cases = arrayOf(propertyOf(plan.endpoint.tests, "testCases"));
  const endpoints = cases.flatMap((testCase): EndpointDoc[] => {
    const params = propertyOf(testCase, "params");
    const endpoint = propertyOf(propertyOf(testCase, "expect"), "endpoint");
    const url = stringOf(propertyOf(endpoint, "url"));
    const region = stringOf(propertyOf(params, "Region"));
    const others = entriesOf(params).filter(([name]) => !plainParams.has(name));
    if (url === undefined || region === undefined || others.length > 0) return [];
    const fips = propertyOf(params, "UseFIPS") === true;
    return [{ region, fips, dualStack: propertyOf(params, "UseDualStack") === true, url }];
  });
  const rank = (endpoint: EndpointDoc): number =>
    (endpoint.fips ? 1 : 0) + (endpoint.dualStack ? 2 : 0);
  return endpoints
    .map((endpoint, index) => ({ endpoint, index }))
    .sort((a, b) => rank(a.endpoint) - rank(b.endpoint) || a.index - b.index)
    .map(({ endpoint }) => endpoint);
}

const plainParams: ReadonlySet<string> = new Set(["Region", "UseFIPS", "UseDualStack"]);

/** The small print: ids and names under which the service goes. */
export function planFacts(plan: ServicePlan): readonly Fact[] {
  const signingName = planSigningName(plan);
  const facts: [string, string | undefined][] = [
    ["API version", plan.version === "" ? undefined : plan.version],
    ["Service shape", plan.id],
    ["Protocol", plan.protocols[0]?.id],
    ["SDK id", plan.aws?.sdkId],
    ["Signing name", signingName],
    ["Endpoint prefix", plan.aws?.endpointPrefix],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

/** The name for which requests are signed, for services that use AWS's signatures. */
export function planSigningName(plan: ServicePlan): string | undefined {
  const scheme = plan.authSchemes.find(({ id }) => id.startsWith("aws.auth#sigv4"));
  return scheme && stringOf(propertyOf(scheme.settings, "name"));
}
