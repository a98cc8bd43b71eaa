/** What a fault does. */
export type Fault =
  /** Answers an error in place of the handler. */
  | {
      readonly kind: "error";
      /** The name of one of the model's errors, or any other. */
      readonly error: string;
      readonly message?: string | undefined;
      /** Where the model does not say it. */
      readonly statusCode?: number | undefined;
      /** Members of the error beside its message. */
      readonly members?: Readonly<Record<string, unknown>> | undefined;
    }
  /** Waits before the handler: so many milliseconds, or some within a range, both ends included. */
  | { readonly kind: "latency"; readonly milliseconds: number | readonly [number, number] }
  /** Lets through so many requests a second (a token bucket for each operation and region). */
  | {
      readonly kind: "throttle";
      /** Without it: the service's own quota of the operation. */
      readonly perSecond?: number | undefined;
      /** How many may come at once. Default: those of a second. */
      readonly burst?: number | undefined;
      /** Default: the error that the service throttles with. */
      readonly error?: string | undefined;
      /** Whose seconds: real ones (the default), or those of the tenant's clock. */
      readonly time?: "real" | "clock" | undefined;
    }
  /** Resets the connection before anything is done. */
  | { readonly kind: "reset" }
  /** Does everything, then resets the connection instead of answering. */
  | { readonly kind: "dropResponse" }
  /** Does everything, then breaks the connection in the middle of the answer's body. */
  | { readonly kind: "truncate"; readonly afterBytes: number }
  /** What the service offers itself, by name: see `ServerOptions.serviceFaults`. */
  | {
      readonly kind: "service";
      readonly name: string;
      readonly parameters?: Readonly<Record<string, unknown>> | undefined;
    };

/** Which requests a fault meets. Without conditions: all of them. */
export interface FaultConditions {
  /** By name; several are several. */
  readonly operation?: string | readonly string[] | undefined;
  /** Only requests whose input has all of this. */
  readonly input?: unknown;
  /** From 0 to 1; which requests are met depends on the seed and their order only. Default 1. */
  readonly probability?: number | undefined;
  /** Another seed meets other requests. */
  readonly seed?: string | undefined;
  /** How many requests to let pass first. */
  readonly skip?: number | undefined;
  /** How many requests to meet at most. */
  readonly times?: number | undefined;
}

/** A fault and the requests that it meets. */
export type FaultRule = Fault & FaultConditions;

/** A rule that is in force. */
export interface ActiveFault {
  readonly id: string;
  readonly rule: FaultRule;
  /** How many requests it has met. A throttle meets only those that it refuses. */
  readonly hits: number;
  remove(): void;
}
