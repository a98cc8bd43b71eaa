import type { AnyCommand } from "../client/any-command.js";

/** The input of the discovery operation, limited to the members that it has. */
export interface DiscoveryRequest {
  /** The name of the operation to call. */
  Operation?: string;
  /** The input members that determine the endpoint. */
  Identifiers?: Record<string, string>;
}

/** The output of the discovery operation. */
export interface DiscoveryOutput {
  readonly Endpoints?:
    | readonly {
        readonly Address?: string | undefined;
        readonly CachePeriodInMinutes?: number | bigint | undefined;
      }[]
    | undefined;
}

/** The endpoint discovery of a service: `aws.api#clientEndpointDiscovery`. */
export interface EndpointDiscoveryDefinition {
  /** The command of the discovery operation. */
  readonly command: new (input: DiscoveryRequest) => AnyCommand;
  /** The members of {@link DiscoveryRequest} that the operation's input has. */
  readonly takes: readonly (keyof DiscoveryRequest)[];
  /** The name of the error for an outdated endpoint. */
  readonly error?: string;
}
