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

/** How the checksums of an operation are made and verified. */
export type ChecksumPlan = {
  /** `@httpChecksumRequired` without `httpChecksum`: `Content-MD5` satisfies it. */
  readonly md5?: true;
  readonly required?: true;
  /** The member of the input that names the algorithm, and the header that carries it. */
  readonly algorithmMember?: readonly [member: string] | readonly [member: string, header: string];
  /** The member of the input that turns the verification of the response on. */
  readonly validationMember?: string;
  /** Algorithms of responses that the client verifies. */
  readonly responseAlgorithms?: readonly string[];
};

/** `aws.api#clientDiscoveredEndpoint`: the operation is called at an endpoint which the service names. */
export type DiscoveredOperationPlan = {
  readonly required: boolean;
  /** Members of the input that the endpoint depends on; absent without any. */
  readonly identifiers?: readonly string[];
};
