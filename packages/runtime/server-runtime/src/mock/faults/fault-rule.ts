/** The effect of a fault. */
export type Fault =
  /** Answers with an error instead of calling the handler. */
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
   * Waits before the handler runs: a number of milliseconds, or a random one within a range, both
   * ends included.
   */
  | { readonly kind: "latency"; readonly milliseconds: number | readonly [number, number] }
  /**
   * Accepts a number of requests per second, with a token bucket for each operation and region.
   */
  | {
      readonly kind: "throttle";
      /** The rate. Default: the service's own quota for the operation. */
      readonly perSecond?: number | undefined;
      /** The largest number of requests at once. Default: the requests of one second. */
      readonly burst?: number | undefined;
      /** The name of the error. Default: the error with which the service throttles. */
      readonly error?: string | undefined;
      /** The clock that refills the bucket: real time (the default), or the tenant's clock. */
      readonly time?: "real" | "clock" | undefined;
    }
  /** Resets the connection before the handler runs. */
  | { readonly kind: "reset" }
  /** Runs the handler, then resets the connection instead of answering. */
  | { readonly kind: "dropResponse" }
  /** Runs the handler, then breaks the connection in the middle of the response's body. */
  | { readonly kind: "truncate"; readonly afterBytes: number }
  /** A fault that the service defines, by name: see `ServerOptions.serviceFaults`. */
  | {
      readonly kind: "service";
      readonly name: string;
      readonly parameters?: Readonly<Record<string, unknown>> | undefined;
    };

/** The requests that a fault applies to. Without conditions: all requests. */
export interface FaultConditions {
  /** The name of an operation, or several names. */
  readonly operation?: string | readonly string[] | undefined;
  /** Matches requests whose input contains all of this. */
  readonly input?: unknown;
  /**
   * A probability from 0 to 1. The affected requests depend only on the seed and on their order.
   * Default 1.
   */
  readonly probability?: number | undefined;
  /** Another seed affects other requests. */
  readonly seed?: string | undefined;
  /** The number of matching requests that pass before the fault applies. */
  readonly skip?: number | undefined;
  /** The largest number of requests that the fault applies to. */
  readonly times?: number | undefined;
}

/** A fault and the requests that it applies to. */
export type FaultRule = Fault & FaultConditions;

/** An active rule. */
export interface ActiveFault {
  readonly id: string;
  readonly rule: FaultRule;
  /** The number of affected requests. For a throttle: the refused ones. */
  readonly hits: number;
  remove(): void;
}
