import { stringOf } from "@tinsmith/smithy";
import type { AuthSchemePlan, ProtocolName, ServicePlan } from "@tinsmith/service";
import type { AuthenticationDoc, EndpointDoc, Fact, ProtocolDoc } from "./site.js";

const protocols: Readonly<Record<ProtocolName, Omit<ProtocolDoc, "id">>> = {
  awsJson1_0: {
    name: "AWS JSON 1.0",
    summary:
      "Every call is a `POST` to `/`. The `X-Amz-Target` header names the operation; input and output are JSON documents of the type `application/x-amz-json-1.0`. Timestamps are seconds since 1970.",
  },
  awsJson1_1: {
    name: "AWS JSON 1.1",
    summary:
      "Every call is a `POST` to `/`. The `X-Amz-Target` header names the operation; input and output are JSON documents of the type `application/x-amz-json-1.1`. Timestamps are seconds since 1970.",
  },
  restJson1: {
    name: "REST JSON",
    summary:
      "Each operation has a separate method and path; the path, the query and the headers carry parts of the input, the rest is sent as a JSON document.",
  },
  restXml: {
    name: "REST XML",
    summary:
      "Each operation has a separate method and path; the path, the query and the headers carry parts of the input, the rest is sent as an XML document.",
  },
  awsQuery: {
    name: "AWS Query",
    summary: "Every call is a form that names the operation; responses are XML.",
  },
  ec2Query: {
    name: "EC2 Query",
    summary: "Every call is a form that names the operation; responses are XML.",
  },
  rpcv2Cbor: {
    name: "Smithy RPC v2 CBOR",
    summary: "Every call is a `POST` to a path that names the operation; bodies are CBOR.",
  },
  rpcv2Json: {
    name: "Smithy RPC v2 JSON",
    summary: "Every call is a `POST` to a path that names the operation; bodies are JSON.",
  },
};

/** Returns the description of the service's preferred protocol. */
export function planProtocol(plan: ServicePlan): ProtocolDoc | undefined {
  const [protocol] = plan.protocols;
  if (protocol === undefined) return undefined;
  const { id, name, extension } = protocol;
  if (name !== undefined) return { id, ...protocols[name] };
  const { title = id.slice(id.indexOf("#") + 1), summary = "" } = extension ?? {};
  return { id, name: title, summary };
}

/** Returns descriptions of the authentication schemes, in the service's order of preference. */
export function planAuthentication(plan: ServicePlan): readonly AuthenticationDoc[] {
  return plan.authSchemes.map(describeScheme);
}

function describeScheme(scheme: AuthSchemePlan): AuthenticationDoc {
  switch (scheme.kind) {
    case "sigv4":
    case "sigv4a":
      return {
        name: scheme.kind === "sigv4a" ? "AWS Signature Version 4a" : "AWS Signature Version 4",
        summary: `Requests are signed with AWS credentials for the service \`${scheme.name}\`. A client finds them in the environment, a profile, single sign-on, or the container or instance that it runs on, and signs each request.`,
      };
    case "httpBearerAuth":
      return {
        name: "Bearer token",
        summary: "Requests carry a token in the `Authorization` header, after the word `Bearer`.",
      };
    case "httpBasicAuth":
      return { name: "HTTP Basic", summary: "Requests carry a user name and a password." };
    case "httpDigestAuth":
      return {
        name: "HTTP Digest",
        summary: "Requests carry a digest of a user name and a password.",
      };
    case "httpApiKeyAuth":
      return {
        name: "API key",
        summary: `Requests carry a key in the ${scheme.in} \`${scheme.name}\`.`,
      };
    case "custom":
      return { name: scheme.id, summary: "" };
  }
}

/**
 * Returns the endpoints in the model's `smithy.rules#endpointTests`: cases with a region and an
 * address, standard ones first. Cases that set parameters other than region, FIPS and dual-stack
 * are excluded.
 */
export function planEndpoints(plan: ServicePlan): readonly EndpointDoc[] {
  const endpoints = plan.endpoint.tests.flatMap(({ params, expected }): EndpointDoc[] => {
    const region = stringOf(params["Region"]);
    const others = Object.keys(params).filter((name) => !plainParams.has(name));
    if ("error" in expected || region === undefined || others.length > 0) return [];
    const { url } = expected;
    const fips = params["UseFIPS"] === true;
    return [{ region, fips, dualStack: params["UseDualStack"] === true, url }];
  });
  const rank = (endpoint: EndpointDoc): number =>
    (endpoint.fips ? 1 : 0) + (endpoint.dualStack ? 2 : 0);
  return endpoints
    .map((endpoint, index) => ({ endpoint, index }))
    .sort((a, b) => rank(a.endpoint) - rank(b.endpoint) || a.index - b.index)
    .map(({ endpoint }) => endpoint);
}

const plainParams: ReadonlySet<string> = new Set(["Region", "UseFIPS", "UseDualStack"]);

/** Returns the technical facts: the ids and names of the service. */
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

/** Returns the signing name, for services that use AWS signatures. */
export function planSigningName(plan: ServicePlan): string | undefined {
  for (const scheme of plan.authSchemes) {
    if (scheme.kind === "sigv4" || scheme.kind === "sigv4a") return scheme.name;
  }
  return undefined;
}
