import type { OperationPlan } from "../operation-plan.js";

/** A part of a client's pipeline that the model asks for. */
export type FeaturePlan = { readonly kind: PlainFeature } | EndpointDiscoveryFeature;

/** A feature without settings. */
export type PlainFeature = ModelFeature | ServiceFeature;

/** A feature that a trait or a shape of an operation asks for. */
type ModelFeature =
  /** `@requestCompression` */
  | "requestCompression"
  /** `aws.protocols#httpChecksum` */
  | "httpChecksums"
  /** `@httpChecksumRequired` without `httpChecksum` */
  | "contentMd5"
  /** `aws.auth#unsignedPayload` */
  | "unsignedPayload"
  /** An output with a streaming blob */
  | "streamingBlobs"
  /** `@endpoint` */
  | "hostPrefixes"
  /** Endpoint rules with the parameter `AWS::Auth::AccountIdEndpointMode` */
  | "accountIdEndpoints"
  /** Events in both directions, with a protocol over HTTP/2 */
  | "http2"
  /** An input with a stream of events */
  | "eventStreams"
  /** An output with a stream of events */
  | "eventErrors"
  /** `@httpDigestAuth` */
  | "digestChallenges";

/** A feature of a single service, which no trait asks for. */
export type ServiceFeature = "apiGatewayJson" | "glacier" | "queueUrls" | "route53Ids";

/** `aws.api#clientEndpointDiscovery`: the service itself names the endpoints of its operations. */
export interface EndpointDiscoveryFeature {
  readonly kind: "endpointDiscovery";
  /** The operation that names endpoints. */
  readonly operation: OperationPlan;
  /** The members that its input has, of those that a client can fill in. */
  readonly takes: readonly ("Operation" | "Identifiers")[];
  /** The name of the error that makes a client look for another endpoint. */
  readonly error: string | undefined;
}
