import type { OperationPlan } from "../operation-plan.js";

/** A part of a client's pipeline that the model requires. */
export type FeaturePlan = { readonly kind: PlainFeature } | EndpointDiscoveryFeature;

/** A feature without settings. */
export type PlainFeature = ModelFeature | ServiceFeature;

/** A feature that a trait or a shape of an operation requires. */
type ModelFeature =
  /** Checksums or digest authentication of a service that does not sign with AWS signatures */
  | "hashing"
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
  /** An output whose body is a blob */
  | "payloadBlobs"
  /** An output with the text of a date header */
  | "headerTexts"
  /** `@endpoint`, of a service whose settings of AWS can turn prefixes off */
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

/** A feature of a single service, which no trait requires. */
export type ServiceFeature =
  | "apiGatewayJson"
  | "customerKeys"
  | "glacier"
  | "presignedCopies"
  | "queueUrls"
  | "route53Ids";

/** `aws.api#clientEndpointDiscovery`: the service provides the endpoints of its operations. */
export interface EndpointDiscoveryFeature {
  readonly kind: "endpointDiscovery";
  /** The operation that returns endpoints. */
  readonly operation: OperationPlan;
  /** The members of its input that a client can provide. */
  readonly takes: readonly ("Operation" | "Identifiers")[];
  /** The name of the error after which a client discovers the endpoint again. */
  readonly error: string | undefined;
}
