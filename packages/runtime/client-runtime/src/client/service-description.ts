import type {
  EndpointParameterInstructions,
  EndpointParameters,
  EndpointV2,
  Logger,
} from "@smithy/types";
import type { ClientProtocolFactory, ServiceSchema } from "@tinsmith/protocols";
import type { AuthSchemeFactory } from "../auth/auth-scheme.js";
import type { ClientFeature } from "./client-feature.js";
import type { ExceptionClass } from "../errors/service-exception.js";
import type { MaskSensitive } from "../logging/mask-sensitive.js";

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
  /** Takes the sensitive members out of what is logged; absent where the model has none. */
  readonly maskSensitive?: MaskSensitive;
}
