import type { AnyCommand } from "../client/any-command.js";

/** What the operation that names endpoints is asked, as far as its input has these members. */
export interface DiscoveryRequest {
  /** The operation that is to be called. */
  Operation?: string;
  /** The members of its input that decide which endpoint it needs. */
  Identifiers?: Record<string, string>;
}

/** What that operation answers. */
export interface DiscoveryOutput {
  readonly Endpoints?:
    | readonly {
        readonly Address?: string | undefined;
        readonly CachePeriodInMinutes?: number | bigint | undefined;
      }[]
    | undefined;
}

/** How a service names its endpoints: `aws.api#clientEndpointDiscovery`. */
export interface EndpointDiscoveryDefinition {
  /** The command of the operation that names them. */
  readonly command: new (input: DiscoveryRequest) => AnyCommand;
  /** The members of {@link DiscoveryRequest} that its input has. */
  readonly takes: readonly (keyof DiscoveryRequest)[];
  /** The name of the error which says that an endpoint is no longer right. */
  readonly error?: string;
}
