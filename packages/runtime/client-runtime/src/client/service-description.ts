import type {
  EndpointParameterInstructions,
  EndpointParameters,
  EndpointV2,
  Logger,
} from "@smithy/types";
import type { ClientProtocolFactory, ServiceSchema } from "@tinsmith/protocols";
import type { Authentication } from "../auth/resolve-auth.js";
import type { ClientFeature } from "./client-feature.js";
import type { ExceptionClass } from "../errors/service-exception.js";
import type { MaskSensitive } from "../logging/mask-sensitive.js";

/**
 * The description of a service, as a generated client passes it to the runtime: plain data and the
 * parts of its pipeline.
 */
export interface ServiceDescription<
  Params extends EndpointParameters = EndpointParameters,
> extends Authentication {
  readonly schema: ServiceSchema;
  /** The AWS SDK id or the service's name. Names of environment settings are derived from it. */
  readonly serviceId: string;
  readonly protocol: ClientProtocolFactory;
  resolveEndpoint(params: Params, context?: { logger?: Logger }): EndpointV2;
  /** Parts of the pipeline that not every client has. */
  readonly features?: readonly ClientFeature[];
}

/** Settings that all commands of a service share. */
export interface CommandSettings {
  /** The class name of the client. */
  readonly clientName: string;
  /** The name of the service shape. */
  readonly service: string;
  /** The sources of the endpoint rules' parameters. Absent for services without rules. */
  readonly endpointParameters?: EndpointParameterInstructions;
  /** The class of errors that are not in the model. */
  readonly exception: ExceptionClass;
  /** Masks sensitive members in logs. Absent if the model has none. */
  readonly maskSensitive?: MaskSensitive;
}
