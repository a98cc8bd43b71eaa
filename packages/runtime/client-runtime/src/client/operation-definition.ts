import type {
  EndpointParameterInstructions,
  StaticErrorSchema,
  StaticOperationSchema,
} from "@smithy/types";
import type { MessageDefaults } from "@tinsmith/protocols";
import type { ExceptionClass } from "../errors/service-exception.js";

/** How the bodies of an operation are checked (`aws.protocols#httpChecksum`, `smithy.api#httpChecksumRequired`). */
export interface ChecksumDefinition {
  /** Whether a request goes out with a checksum in any case. */
  readonly required?: boolean;
  /** The member of the input that chooses the algorithm, and the header it is bound to. */
  readonly algorithmMember?: readonly [member: string, header?: string];
  /** The member of the input that asks for the check of responses with `ENABLED`. */
  readonly validationMember?: string;
  /** Algorithms that the service may use in responses. */
  readonly responseAlgorithms?: readonly string[];
  /** `Content-MD5` is the checksum that the operation knows. */
  readonly md5?: boolean;
}

/** How an operation is called at an endpoint that the service names (`aws.api#clientDiscoveredEndpoint`). */
export interface DiscoveredOperation {
  /** Whether the regional endpoint does not take it. */
  readonly required: boolean;
  /** The members of its input that decide which endpoint it needs (`aws.api#clientEndpointDiscoveryId`). */
  readonly identifiers?: readonly string[];
}

/** What a generated command tells the runtime about its operation. */
export interface OperationDefinition {
  readonly schema: StaticOperationSchema;
  /** Errors of the operation with their classes. */
  readonly errors: readonly (readonly [schema: StaticErrorSchema, exception: ExceptionClass])[];
  /** `clientDefaults` of `@tinsmith/protocols/defaults`, or those for streams of events, where the model has something to fill in. */
  readonly defaults?: MessageDefaults;
  /** Endpoint parameters that this operation sets, beside those of the client. */
  readonly endpointParameters?: EndpointParameterInstructions;
  readonly checksum?: ChecksumDefinition;
  /** Where the service names an endpoint for the operation. */
  readonly discovery?: DiscoveredOperation;
  /** Encodings in which the service takes the body, best first (`smithy.api#requestCompression`). */
  readonly compression?: readonly string[];
  /** Whether the signature leaves the body out (`aws.auth#unsignedPayload`). */
  readonly unsignedPayload?: boolean;
  /** The member of the output that is a stream of bytes. */
  readonly outputStream?: string;
  /** The member of the output that is a stream of events. */
  readonly outputEventStream?: string;
}
