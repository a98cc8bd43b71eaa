import type {
  EndpointParameters,
  EndpointV2,
  HttpAuthOption,
  Logger,
  Provider,
} from "@smithy/types";

/** A value, or a function that is asked for it when it is needed. */
export type Configurable<T> = T | Provider<T>;

/** Finds the endpoint for a set of parameters. */
export type EndpointProvider<Params extends EndpointParameters = EndpointParameters> = (
  params: Params,
  context?: { logger?: Logger },
) => EndpointV2;

/** What an authentication scheme provider decides from. */
export interface AuthSchemeParameters {
  readonly operation: string;
  readonly region?: string | undefined;
}

/** Lists the authentication schemes that a call may use, best first. */
export type AuthSchemeProvider = (parameters: AuthSchemeParameters) => HttpAuthOption[];

/** How a client behaves by default: timeouts and retries for a kind of environment. */
export type DefaultsMode = "standard" | "in-region" | "cross-region" | "mobile" | "auto" | "legacy";
