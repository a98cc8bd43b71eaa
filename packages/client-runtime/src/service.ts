import type {
  EndpointParameterInstructions,
  EndpointParameters,
  EndpointV2,
  Logger,
  StaticErrorSchema,
  StaticOperationSchema,
} from "@smithy/types";
import type { ClientProtocolFactory, MessageDefaults, ServiceSchema } from "@tinsmith/protocols";
import type { AuthSchemeFactory } from "./auth/auth-scheme.js";
import type { ClientFeature } from "./client-feature.js";
import type { ExceptionClass } from "./errors/service-exception.js";

/** What a generated client tells the runtime about its service: plain data and the parts it is made of. */
export interface ServiceDescription<Params extends EndpointParameters = EndpointParameters> {
  readonly schema: ServiceSchema;
  /** The AWS SDK id, or the service's name: how the environment names its settings. */
  readonly serviceId: string;
  readonly protocol: ClientProtocolFactory;
  resolveEndpoint(params: Params, context?: { logger?: Logger }): EndpointV2;
  /** Schemes the service takes, best first; none means that requests are not signed. */
  readonly authSchemes: readonly AuthSchemeFactory[];
  /** Schemes that only single operations or the endpoint rules ask for. */
  readonly furtherAuthSchemes?: readonly AuthSchemeFactory[];
  /** By operation, the ids of the schemes it takes instead of the service's. */
  readonly operationAuth?: Readonly<Record<string, readonly string[]>>;
  /** Parts of the pipeline beyond what every client has. */
  readonly features?: readonly ClientFeature[];
}

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

/** What a generated command tells the runtime about its operation. */
export interface OperationDefinition {
  readonly schema: StaticOperationSchema;
  /** Errors of the operation with their classes. */
  readonly errors: readonly (readonly [schema: StaticErrorSchema, exception: ExceptionClass])[];
  /** `clientDefaults` of `@tinsmith/protocols/defaults`, where the model has something to fill in. */
  readonly defaults?: MessageDefaults;
  /** Endpoint parameters that this operation sets, beside those of the client. */
  readonly endpointParameters?: EndpointParameterInstructions;
  readonly checksum?: ChecksumDefinition;
  /** Encodings in which the service takes the body, best first (`smithy.api#requestCompression`). */
  readonly compression?: readonly string[];
  /** Whether the signature leaves the body out (`aws.auth#unsignedPayload`). */
  readonly unsignedPayload?: boolean;
  /** The member of the output that is a stream of bytes. */
  readonly outputStream?: string;
}

/** What all commands of a service share. */
export interface CommandSettings {
  /** The class name of the client. */
  readonly clientName: string;
  /** The service shape's name. */
  readonly service: string;
  /** Where the parameters of the endpoint rules come from. */
  readonly endpointParameters: EndpointParameterInstructions;
  /** The class of errors that the model does not know. */
  readonly exception: ExceptionClass;
}
