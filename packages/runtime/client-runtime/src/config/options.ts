import type {
  EndpointParameters,
  EndpointV2,
  HttpAuthOption,
  Logger,
  Provider,
} from "@smithy/types";

/** A value, or a function that provides it on demand. */
export type Configurable<T> = T | Provider<T>;

/** Resolves the endpoint for a set of parameters. */
export type EndpointProvider<Params extends EndpointParameters = EndpointParameters> = (
  params: Params,
  context?: { logger?: Logger },
) => EndpointV2;

/** The input of an authentication scheme provider. */
export interface AuthSchemeParameters {
  readonly operation: string;
  readonly region?: string | undefined;
}

/** Returns the authentication schemes that a call may use, best first. */
export type AuthSchemeProvider = (parameters: AuthSchemeParameters) => HttpAuthOption[];

/** A set of defaults for timeouts and retries, for a kind of environment. */
export type DefaultsMode = "standard" | "in-region" | "cross-region" | "mobile" | "auto" | "legacy";
