/** The effect of a fault. */
export type Fault =
  /** Responds with an error instead of calling the handler. */
  | {
      readonly kind: "error";
      /** The name of a modeled error, or any other name. */
      readonly error: string;
      readonly message?: string | undefined;
      /** The HTTP status. Default: the status of the modeled error. */
      readonly statusCode?: number | undefined;
      /** The members of the error, without its message. */
      readonly members?: Readonly<Record<string, unknown>> | undefined;
    }
  /**
   * Waits before the handler runs: for a number of milliseconds, or for a random number within a
   * range, both ends included.
   */
  | { readonly kind: "latency"; readonly milliseconds: number | readonly [number, number] }
  /**
   * Accepts a number of requests per second, with a token bucket for each operation and region.
   */
  | {
      readonly kind: "throttle";
      /** The rate. Default: the quota of the service for the operation. */
      readonly perSecond?: number | undefined;
      /** The maximum number of requests at once. Default: the number of requests in one second. */
      readonly burst?: number | undefined;
      /** The name of the error. Default: the error with which the service throttles. */
      readonly error?: string | undefined;
      /** The clock that refills the bucket: real time (the default), or the tenant's clock. */
      readonly time?: "real" | "clock" | undefined;
    }
  /** Resets the connection before the handler runs. */
  | { readonly kind: "reset" }
  /** Runs the handler, then resets the connection instead of responding. */
  | { readonly kind: "dropResponse" }
  /** Runs the handler, then breaks the connection in the middle of the response's body. */
  | { readonly kind: "truncate"; readonly afterBytes: number }
  /** A fault that the service defines, by name: see `ServerOptions.serviceFaults`. */
  | {
      readonly kind: "service";
      readonly name: string;
      readonly parameters?: Readonly<Record<string, unknown>> | undefined;
    };

/**
 * The conditions for requests to which a fault applies. Without conditions, it applies to all
 * requests.
 */
export interface FaultConditions {
  /** The name of an operation, or several names. */
  readonly operation?: string | readonly string[] | undefined;
  /** Matches requests whose input contains this value. */
  readonly input?: unknown;
  /**
   * A probability from 0 to 1. The affected requests depend only on the seed and on the order of
   * requests. Default 1.
   */
  readonly probability?: number | undefined;
  /** The seed of the probability. Another seed affects other requests. */
  readonly seed?: string | undefined;
  /** The number of matching requests that pass before the fault applies. */
  readonly skip?: number | undefined;
  /** The maximum number of requests to which the fault applies. */
  readonly times?: number | undefined;
}

/** A fault and the requests that it applies to. */
export type FaultRule = Fault & FaultConditions;

/** An active rule. */
export interface ActiveFault {
  readonly id: string;
  readonly rule: FaultRule;
  /** The number of affected requests. For a throttle: the number of refused requests. */
  readonly hits: number;
  remove(): void;
}
