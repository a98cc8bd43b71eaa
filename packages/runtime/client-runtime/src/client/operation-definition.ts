import type {
  EndpointParameterInstructions,
  StaticErrorSchema,
  StaticOperationSchema,
} from "@smithy/types";
import type { MessageDefaults } from "@tinsmith/protocols";
import type { ExceptionClass } from "../errors/service-exception.js";

/**
 * The checksums of an operation (`aws.protocols#httpChecksum`, `smithy.api#httpChecksumRequired`).
 */
export interface ChecksumDefinition {
  /** True if every request must have a checksum. */
  readonly required?: boolean;
  /** The input member that selects the algorithm, and the header to which it is bound. */
  readonly algorithmMember?: readonly [member: string, header?: string];
  /** The input member that requests checksums of responses, with the value `ENABLED`. */
  readonly validationMember?: string;
  /** Algorithms that the service may use in responses. */
  readonly responseAlgorithms?: readonly string[];
  /** True if the operation supports `Content-MD5` only. */
  readonly md5?: boolean;
}

/** The endpoint discovery of an operation (`aws.api#clientDiscoveredEndpoint`). */
export interface DiscoveredOperation {
  /** True if the operation is not available at the regional endpoint. */
  readonly required: boolean;
  /** The input members that determine the endpoint (`aws.api#clientEndpointDiscoveryId`). */
  readonly identifiers?: readonly string[];
}

/** The definition of an operation, as a generated command passes it to the runtime. */
export interface OperationDefinition {
  readonly schema: StaticOperationSchema;
  /** The errors of the operation with their classes. */
  readonly errors: readonly (readonly [schema: StaticErrorSchema, exception: ExceptionClass])[];
  /**
   * `clientDefaults` of `@tinsmith/protocols/defaults`, or its counterpart for event streams, if
   * the model has defaults to fill in.
   */
  readonly defaults?: MessageDefaults;
  /** Endpoint parameters that this operation sets in addition to those of the client. */
  readonly endpointParameters?: EndpointParameterInstructions;
  readonly checksum?: ChecksumDefinition;
  /** Set if the service has an endpoint discovery operation. */
  readonly discovery?: DiscoveredOperation;
  /**
   * Encodings that the service accepts for request bodies, best first
   * (`smithy.api#requestCompression`).
   */
  readonly compression?: readonly string[];
  /** True if the signature excludes the body (`aws.auth#unsignedPayload`). */
  readonly unsignedPayload?: boolean;
  /** The output member that is a byte stream. */
  readonly outputStream?: string;
  /** The output member that is a blob and the whole body. */
  readonly outputPayload?: string;
  /** Output members that hold the text of a date header, by header in lower case. */
  readonly headerTexts?: Readonly<Record<string, string>>;
  /** The output member that is an event stream. */
  readonly outputEventStream?: string;
}
