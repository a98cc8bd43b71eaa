import type { AuthSchemePlan, FeaturePlan, ServicePlan } from "@tinsmith/service";
import { code, symbol } from "../../code/code.js";
import type { Code, CodeSymbol, Hole } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import { commandClass } from "./local-symbols.js";
import { runtime, runtimePart, runtimeType } from "./runtime-symbols.js";

/** The implementation of an authentication scheme or a feature of the plan in the runtime. */
export interface ClientPart {
  /** The feature, or the factory of the scheme. */
  readonly value: Hole;
  /** The type of the part's options as given; some parts have none. */
  readonly config: CodeSymbol | undefined;
  readonly resolvedConfig: CodeSymbol | undefined;
}

/** Returns all parts of a service's clients, in the order of the plan. */
export function clientParts(plan: ServicePlan): {
  readonly auth: readonly ClientPart[];
  readonly furtherAuth: readonly ClientPart[];
  readonly features: readonly ClientPart[];
} {
  return {
    auth: plan.authSchemes.map((scheme) => authPart(scheme, plan)),
    furtherAuth: plan.furtherAuthSchemes.map((scheme) => authPart(scheme, plan)),
    features: plan.features.map(featurePart),
  };
}

function authPart(scheme: AuthSchemePlan, { isAws }: ServicePlan): ClientPart {
  switch (scheme.kind) {
    case "sigv4":
      return {
        value: code`${runtime("sigv4")}(${literal(scheme.name)})`,
        config: runtimeType("SigV4Config"),
        resolvedConfig: runtimeType("SigV4ResolvedConfig"),
      };
    case "sigv4a":
      return made(part("sigv4a", "sigv4a", "SigV4a"), code`${literal(scheme.name)}`);
    case "httpApiKeyAuth": {
      const { name, in: place, scheme: prefix } = scheme;
      const settings = { name, in: place, ...(prefix !== undefined && { scheme: prefix }) };
      return made(
        part("http-auth", "httpApiKeyAuth", "HttpApiKeyAuth"),
        code`${literal(settings)}`,
      );
    }
    case "httpBasicAuth":
    case "httpDigestAuth":
      return made(part("http-auth", scheme.kind, "Login"));
    case "httpBearerAuth":
      return made(
        part("http-auth", isAws ? "httpBearerAuth" : "bearerToken", "HttpBearerAuth"),
        scheme.tokenName === undefined ? undefined : code`${literal(scheme.tokenName)}`,
      );
    case "custom":
      return made(part("http-auth", "customAuth"), code`${literal(scheme.id)}`);
  }
}

function featurePart(feature: FeaturePlan): ClientPart {
  switch (feature.kind) {
    case "requestCompression":
      return part("compression", "requestCompression", "RequestCompression");
    case "httpChecksums":
      return part("checksums", "httpChecksums", "Checksum");
    case "contentMd5":
      return part("checksums", "contentMd5");
    case "hashing":
    case "unsignedPayload":
    case "hostPrefixes":
      return { value: runtime(feature.kind), config: undefined, resolvedConfig: undefined };
    case "payloadBlobs":
    case "streamingBlobs":
      return part("streaming-blobs", feature.kind);
    case "accountIdEndpoints":
      return {
        value: runtime("accountIdEndpoints"),
        config: runtimeType("AccountIdEndpointConfig"),
        resolvedConfig: runtimeType("AccountIdEndpointResolvedConfig"),
      };
    case "endpointDiscovery": {
      const { operation, takes, error } = feature;
      return made(
        part("endpoint-discovery", "endpointDiscovery", "EndpointDiscovery"),
        code`{
          command: ${commandClass(operation)},
          takes: ${literal(takes)},
          ${error !== undefined && code`error: ${literal(error)},`}
        }`,
      );
    }
    case "http2":
    case "eventStreams":
    case "eventErrors":
      return part("event-streams", feature.kind);
    case "digestChallenges":
      return part("http-auth", "digestChallenges");
    case "queueUrls":
      return part("services", "queueUrls", "QueueUrl");
    case "apiGatewayJson":
    case "customerKeys":
    case "glacier":
    case "headerTexts":
    case "presignedCopies":
    case "route53Ids":
      return part("services", feature.kind);
  }
}

/**
 * Returns a part from an entry of the runtime.
 *
 * @param options - the name of the types of its options, without `Config`
 */
function part(entry: string, name: string, options?: string): ClientPart {
  const module = runtimePart(entry);
  const type = (suffix: string): CodeSymbol | undefined =>
    options === undefined ? undefined : symbol(`${options}${suffix}`, module, { typeOnly: true });
  return {
    value: symbol(name, module),
    config: type("Config"),
    resolvedConfig: type("ResolvedConfig"),
  };
}

/** Returns a copy of a part whose value is the result of calling the part's function. */
function made({ value, ...types }: ClientPart, argument?: Code): ClientPart {
  return { value: code`${value}(${argument})`, ...types };
}
