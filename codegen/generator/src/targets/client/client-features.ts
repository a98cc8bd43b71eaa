import { propertyOf, stringsOf } from "@tinsmith/service";
import type { ServicePlan } from "@tinsmith/service";
import { symbol } from "../../code/code.js";
import type { CodeSymbol, Hole } from "../../code/code.js";
import { clientAuth, furtherAuth } from "./client-auth.js";
import { discoveryFeature, discoveryModule } from "./endpoint-discovery.js";
import { readEndpointRules } from "./endpoint-rules/endpoint-rules.js";
import { operationChecksum } from "./operation-checksum.js";
import { runtime, runtimePart, runtimeType } from "./runtime-symbols.js";
import { serviceFeature } from "./service-features.js";

/** A part of the runtime's pipeline that the model asks for. */
export interface FeatureUse {
  readonly feature: Hole;
  /** Types of the runtime with the feature's options, as given and as resolved. */
  readonly config: CodeSymbol | undefined;
  readonly resolvedConfig: CodeSymbol | undefined;
}

/** The parts that clients of the service have beyond what every client has. */
export function clientFeatures(plan: ServicePlan): readonly FeatureUse[] {
  const { operations } = plan;
  const checksums = operations.map((operation) => operationChecksum(plan, operation));
  const discovery = discoveryFeature(plan);
  return [
    operations.some(({ traits }) => traits.has("smithy.api#requestCompression")) &&
      use("compression", "requestCompression", "RequestCompression"),
    checksums.some((checksum) => checksum !== undefined && checksum.md5 === undefined) &&
      use("checksums", "httpChecksums", "Checksum"),
    checksums.some((checksum) => checksum?.md5) && use("checksums", "contentMd5"),
    operations.some(({ unsignedPayload }) => unsignedPayload) && {
      feature: runtime("unsignedPayload"),
      config: undefined,
      resolvedConfig: undefined,
    },
    operations.some(({ outputStream }) => outputStream !== undefined) &&
      use("streaming-blobs", "streamingBlobs"),
    operations.some(({ traits }) => traits.has("smithy.api#endpoint")) && {
      feature: runtime("hostPrefixes"),
      config: undefined,
      resolvedConfig: undefined,
    },
    readEndpointRules(plan.endpoint)?.parameters.some(
      ({ builtIn }) => builtIn === "AWS::Auth::AccountIdEndpointMode",
    ) && {
      feature: runtime("accountIdEndpoints"),
      config: runtimeType("AccountIdEndpointConfig"),
      resolvedConfig: runtimeType("AccountIdEndpointResolvedConfig"),
    },
    discovery && {
      feature: discovery,
      config: symbol("EndpointDiscoveryConfig", discoveryModule, { typeOnly: true }),
      resolvedConfig: symbol("EndpointDiscoveryResolvedConfig", discoveryModule, {
        typeOnly: true,
      }),
    },
    needsHttp2(plan) && use("event-streams", "http2"),
    operations.some(({ inputEventStream }) => inputEventStream) &&
      use("event-streams", "eventStreams"),
    operations.some(({ outputEventStream }) => outputEventStream) &&
      use("event-streams", "eventErrors"),
    [...clientAuth(plan), ...furtherAuth(plan)].some(
      ({ id }) => id === "smithy.api#httpDigestAuth",
    ) && use("http-auth", "digestChallenges"),
    serviceFeature(plan),
  ].filter((feature) => typeof feature === "object");
}

function use(entry: string, feature: string, options?: string): FeatureUse {
  const module = runtimePart(entry);
  const type = (name: string) =>
    options === undefined ? undefined : symbol(name, module, { typeOnly: true });
  return {
    feature: symbol(feature, module),
    config: type(`${options}Config`),
    resolvedConfig: type(`${options}ResolvedConfig`),
  };
}

/** Events in both directions at a time go over HTTP/2, where the protocol has it. */
function needsHttp2({ operations, protocols }: ServicePlan): boolean {
  const bidirectional = operations.some(
    ({ inputEventStream, outputEventStream }) => inputEventStream && outputEventStream,
  );
  const settings = protocols[0]?.settings;
  const versions = [
    ...stringsOf(propertyOf(settings, "eventStreamHttp")),
    ...stringsOf(propertyOf(settings, "http")),
  ];
  return bidirectional && versions.includes("h2");
}
