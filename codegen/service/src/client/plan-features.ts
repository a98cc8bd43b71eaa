import { propertyOf, stringsOf } from "@tinsmith/smithy";
import type { AuthSchemePlan } from "../auth-scheme-plan.js";
import type { EndpointParameterPlan } from "../endpoints/endpoint-plan.js";
import type { OperationPlan } from "../operation-plan.js";
import type { AwsServicePlan, ProtocolPlan } from "../service-plan.js";
import type {
  EndpointDiscoveryFeature,
  FeaturePlan,
  PlainFeature,
  ServiceFeature,
} from "./feature-plan.js";

/** What decides the features of a service's clients. */
export interface FeatureReasons {
  readonly aws: AwsServicePlan | undefined;
  readonly operations: readonly OperationPlan[];
  readonly protocols: readonly ProtocolPlan[];
  readonly authSchemes: readonly AuthSchemePlan[];
  readonly furtherAuthSchemes: readonly AuthSchemePlan[];
  readonly parameters: readonly EndpointParameterPlan[];
  readonly discovery: EndpointDiscoveryFeature | undefined;
}

/** Plans what clients of a service have beyond what every client has, in the order of their pipeline. */
export function planFeatures(reasons: FeatureReasons): readonly FeaturePlan[] {
  const { aws, operations, authSchemes, furtherAuthSchemes, parameters, discovery } = reasons;
  const some = (is: (operation: OperationPlan) => unknown): boolean =>
    operations.some((operation) => Boolean(is(operation)));
  const when = (isUsed: boolean, kind: PlainFeature): readonly FeaturePlan[] =>
    isUsed ? [{ kind }] : [];
  const ofService = serviceFeatures.get(aws?.sdkId ?? "");
  return [
    ...when(
      some(({ compression }) => compression),
      "requestCompression",
    ),
    ...when(
      some(({ checksum }) => checksum && checksum.md5 === undefined),
      "httpChecksums",
    ),
    ...when(
      some(({ checksum }) => checksum?.md5),
      "contentMd5",
    ),
    ...when(
      some(({ unsignedPayload }) => unsignedPayload),
      "unsignedPayload",
    ),
    ...when(
      some(({ outputStream }) => outputStream !== undefined),
      "streamingBlobs",
    ),
    ...when(
      some(({ hostPrefix }) => hostPrefix !== undefined),
      "hostPrefixes",
    ),
    ...when(
      parameters.some(({ builtIn }) => builtIn === "AWS::Auth::AccountIdEndpointMode"),
      "accountIdEndpoints",
    ),
    ...(discovery === undefined ? [] : [discovery]),
    ...when(needsHttp2(reasons), "http2"),
    ...when(
      some(({ inputEventStream }) => inputEventStream),
      "eventStreams",
    ),
    ...when(
      some(({ outputEventStream }) => outputEventStream),
      "eventErrors",
    ),
    ...when(
      [...authSchemes, ...furtherAuthSchemes].some(({ kind }) => kind === "httpDigestAuth"),
      "digestChallenges",
    ),
    ...(ofService === undefined ? [] : [{ kind: ofService }]),
  ];
}

/** What no trait asks for, by SDK id (`aws.api#service`). */
const serviceFeatures: ReadonlyMap<string, ServiceFeature> = new Map([
  ["API Gateway", "apiGatewayJson"],
  ["Glacier", "glacier"],
  ["Route 53", "route53Ids"],
  ["SQS", "queueUrls"],
]);

/** Events in both directions at a time go over HTTP/2, where the protocol has it. */
function needsHttp2({ operations, protocols }: FeatureReasons): boolean {
  const isBidirectional = operations.some(
    ({ inputEventStream, outputEventStream }) => inputEventStream && outputEventStream,
  );
  const settings = protocols[0]?.settings;
  const versions = [
    ...stringsOf(propertyOf(settings, "eventStreamHttp")),
    ...stringsOf(propertyOf(settings, "http")),
  ];
  return isBidirectional && versions.includes("h2");
}
