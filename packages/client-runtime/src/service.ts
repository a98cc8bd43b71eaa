import type {
  EndpointParameterInstructions,
  EndpointParameters,
  EndpointV2,
  Logger,
  StaticErrorSchema,
  StaticOperationSchema,
} from "@smithy/types";
import type { ProtocolFactory, ServiceSchema } from "@tinsmith/protocols";
import type { AuthSchemeFactory } from "./auth/auth-scheme.js";
import type { ExceptionClass } from "./errors/service-exception.js";

/** What a generated client tells the runtime about its service: plain data and the parts it is made of. */
export interface ServiceDescription<Params extends EndpointParameters = EndpointParameters> {
  readonly schema: ServiceSchema;
  /** The AWS SDK id, or the service's name: how the environment names its settings. */
  readonly serviceId: string;
  readonly protocol: ProtocolFactory;
  resolveEndpoint(params: Params, context?: { logger?: Logger }): EndpointV2;
  /** Schemes the service takes, best first; none means that requests are not signed. */
  readonly authSchemes: readonly AuthSchemeFactory[];
  /** By operation, the ids of the schemes it takes instead of the service's. */
  readonly operationAuth?: Readonly<Record<string, readonly string[]>>;
}

/** What a generated command tells the runtime about its operation. */
export interface OperationDefinition {
  readonly schema: StaticOperationSchema;
  /** Errors of the operation with their classes. */
  readonly errors: readonly (readonly [schema: StaticErrorSchema, exception: ExceptionClass])[];
  /** Endpoint parameters that this operation sets, beside those of the client. */
  readonly endpointParameters?: EndpointParameterInstructions;
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
