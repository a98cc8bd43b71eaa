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

/** The parts of a plan that determine the features of clients. */
export interface FeatureReasons {
  readonly aws: AwsServicePlan | undefined;
  readonly isAws: boolean;
  readonly operations: readonly OperationPlan[];
  readonly protocols: readonly ProtocolPlan[];
  readonly authSchemes: readonly AuthSchemePlan[];
  readonly furtherAuthSchemes: readonly AuthSchemePlan[];
  readonly parameters: readonly EndpointParameterPlan[];
  readonly discovery: EndpointDiscoveryFeature | undefined;
}

/** Plans the optional features of a service's clients, in the order of their pipeline. */
export function planFeatures(reasons: FeatureReasons): readonly FeaturePlan[] {
  const { aws, isAws, operations, parameters, discovery } = reasons;
  const { authSchemes, furtherAuthSchemes } = reasons;
  const some = (is: (operation: OperationPlan) => unknown): boolean =>
    operations.some((operation) => Boolean(is(operation)));
  const when = (isUsed: boolean, kind: PlainFeature): readonly FeaturePlan[] =>
    isUsed ? [{ kind }] : [];
  const usesDigest = [...authSchemes, ...furtherAuthSchemes].some(
    ({ kind }) => kind === "httpDigestAuth",
  );
  const ofService = serviceFeatures.get(aws?.sdkId ?? "");
  return [
    ...when(!isAws && (usesDigest || some(({ checksum }) => checksum)), "hashing"),
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
    ...when(isAws && some(({ unsignedPayload }) => unsignedPayload), "unsignedPayload"),
    ...when(
      some(({ outputStream }) => outputStream !== undefined),
      "streamingBlobs",
    ),
    ...when(
      some(({ outputPayload }) => outputPayload !== undefined),
      "payloadBlobs",
    ),
    ...when(
      some(({ headerTexts }) => headerTexts),
      "headerTexts",
    ),
    ...when(isAws && some(({ hostPrefix }) => hostPrefix !== undefined), "hostPrefixes"),
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
    ...when(usesDigest, "digestChallenges"),
    ...(ofService === undefined ? [] : [{ kind: ofService }]),
  ];
}

/** Features that no trait requires, by SDK id (`aws.api#service`). */
const serviceFeatures: ReadonlyMap<string, ServiceFeature> = new Map([
  ["API Gateway", "apiGatewayJson"],
  ["DocDB", "presignedCopies"],
  ["EC2", "presignedCopies"],
  ["Glacier", "glacier"],
  ["Neptune", "presignedCopies"],
  ["RDS", "presignedCopies"],
  ["Route 53", "route53Ids"],
  ["S3", "customerKeys"],
  ["SQS", "queueUrls"],
]);

/**
 * Reports whether the service needs HTTP/2. Bidirectional event streams require it if the protocol
 * supports it.
 */
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
