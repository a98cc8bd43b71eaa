import { aFunction, checkOptions, either, oneOf } from "../errors/option-kinds.js";
import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from "@smithy/types";

/**
 * How chance changes a delay: not at all, to something between half of it and all of it, or to something between nothing
 * and all of it. A function is given the delay and gives another, both in milliseconds.
 */
export type Jitter = "none" | "equal" | "full" | ((delay: number) => number);

/** How calls are tried again by {@link legacyRetries}. All may be left out. */
export interface LegacyRetryOptions {
  /** How often a call is tried again, the first attempt not included. Default 3. */
  readonly retryLimit?: number;
  /** The delay before the first retry, in milliseconds; it doubles with each further one. Default 300. */
  readonly baseDelay?: number;
  /** No delay is longer, in milliseconds. Default: no limit. */
  readonly maxDelay?: number;
  /** Default `none`. */
  readonly jitter?: Jitter;
  /** The delay in milliseconds before a retry, of which 0 is the first, in the place of all of the above. */
  readonly backoff?: (retry: number) => number | Promise<number>;
}

/**
 * A retry strategy (`retryStrategy: legacyRetries()`) with delays and a limit of one's own, and without the quota by
 * which the standard strategy gives up when most calls fail. It follows throttling, broken connections and all failures
 * of the service.
 *
 * @throws TypeError when `jitter` or `backoff` is not what it has to be.
 * @throws RangeError where a number is negative or no number
 */
export function legacyRetries(options: LegacyRetryOptions = {}): RetryStrategyV2 {
  checkOptions("legacyRetries", options, {
    jitter: either(oneOf("none", "equal", "full"), aFunction),
    backoff: aFunction,
  });
  const { retryLimit = 3, baseDelay = 300, maxDelay = Number.POSITIVE_INFINITY } = options;
  for (const [name, value] of Object.entries({ retryLimit, baseDelay, maxDelay })) {
    if (typeof value !== "number" || !(value >= 0))
      throw new RangeError(`${name} has to be 0 or more; it is ${value}.`);
  }
  const vary = jitterOf(options.jitter ?? "none");
  const backoff = options.backoff ?? ((retry) => vary(Math.min(baseDelay * 2 ** retry, maxDelay)));
  return {
    acquireInitialRetryToken: async () => tokenOf(0, 0),
    refreshRetryTokenForRetry: async (token, error) => {
      const retry = token.getRetryCount();
      if (retry >= retryLimit || !isRetryable(error)) throw new Error("No retry token available");
      const hint = (error.retryAfterHint?.getTime() ?? 0) - Date.now();
      return tokenOf(retry + 1, Math.max(await backoff(retry), hint));
    },
    recordSuccess: () => undefined,
  };
}

const isRetryable = ({ errorType }: RetryErrorInfo): boolean => errorType !== "CLIENT_ERROR";

const tokenOf = (count: number, delay: number): RetryToken => ({
  getRetryCount: () => count,
  getRetryDelay: () => delay,
});

function jitterOf(jitter: Jitter): (delay: number) => number {
  if (typeof jitter === "function") return jitter;
  if (jitter === "none") return (delay) => delay;
  const share = jitter === "full" ? 1 : 0.5;
  return (delay) => delay * (1 - share * Math.random());
}
