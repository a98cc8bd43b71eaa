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

/**
 * The description of a service, as a generated client passes it to the runtime: plain data and the
 * parts of its pipeline.
 */
export interface ServiceDescription<Params extends EndpointParameters = EndpointParameters> {
  readonly schema: ServiceSchema;
  /** The AWS SDK id or the service's name. Names of environment settings are derived from it. */
  readonly serviceId: string;
  readonly protocol: ClientProtocolFactory;
  resolveEndpoint(params: Params, context?: { logger?: Logger }): EndpointV2;
  /**
   * Authentication schemes that the service accepts, best first. If empty, requests are not signed.
   */
  readonly authSchemes: readonly AuthSchemeFactory[];
  /** Schemes that only individual operations or the endpoint rules use. */
  readonly furtherAuthSchemes?: readonly AuthSchemeFactory[];
  /** Ids of the schemes of operations that differ from the service's, by operation name. */
  readonly operationAuth?: Readonly<Record<string, readonly string[]>>;
  /** Parts of the pipeline that not every client has. */
  readonly features?: readonly ClientFeature[];
}

/** Settings that all commands of a service share. */
export interface CommandSettings {
  /** The class name of the client. */
  readonly clientName: string;
  /** The name of the service shape. */
  readonly service: string;
  /** The sources of the endpoint rules' parameters. */
  readonly endpointParameters: EndpointParameterInstructions;
  /** The class of errors that are not in the model. */
  readonly exception: ExceptionClass;
  /** Masks sensitive members in logs. Absent if the model has none. */
  readonly maskSensitive?: MaskSensitive;
}
