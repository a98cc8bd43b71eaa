import { aFunction, checkOptions, either, oneOf } from "../errors/option-kinds.js";
import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from "@smithy/types";

/**
 * The randomization of delays: `none`, `equal` (from half of the delay to all of it), or `full`
 * (from zero to all of it). A function receives the delay and returns the randomized delay, both in
 * milliseconds.
 */
export type Jitter = "none" | "equal" | "full" | ((delay: number) => number);

/** Options of {@link legacyRetries}. All are optional. */
export interface LegacyRetryOptions {
  /** The maximum number of retries, not including the first attempt. Default 3. */
  readonly retryLimit?: number;
  /** The delay before the first retry, in milliseconds. It doubles with each retry. Default 300. */
  readonly baseDelay?: number;
  /** The maximum delay in milliseconds. Default: no limit. */
  readonly maxDelay?: number;
  /** The randomization of delays. Default `none`. */
  readonly jitter?: Jitter;
  /**
   * Returns the delay in milliseconds before a retry; the first retry has the number 0. Replaces
   * `baseDelay`, `maxDelay` and `jitter`.
   */
  readonly backoff?: (retry: number) => number | Promise<number>;
}

/**
 * Creates a retry strategy (`retryStrategy: legacyRetries()`) with configurable delays and limit,
 * and without the quota with which the standard strategy stops retrying when most calls fail. It
 * retries after throttling, connection failures and server errors.
 *
 * @throws TypeError if `jitter` or `backoff` has the wrong type
 * @throws RangeError if a number is negative or not a number
 */
export function legacyRetries(options: LegacyRetryOptions = {}): RetryStrategyV2 {
  checkOptions("legacyRetries", options, {
    jitter: either(oneOf("none", "equal", "full"), aFunction),
    backoff: aFunction,
  });
  const { retryLimit = 3, baseDelay = 300, maxDelay = Number.POSITIVE_INFINITY } = options;
  for (const [name, value] of Object.entries({ retryLimit, baseDelay, maxDelay })) {
    if (typeof value !== "number" || !(value >= 0))
      throw new RangeError(`${name} must be a number of at least 0. Received ${value}.`);
  }
  const applyJitter = createJitter(options.jitter ?? "none");
  const backoff =
    options.backoff ?? ((retry) => applyJitter(Math.min(baseDelay * 2 ** retry, maxDelay)));
  return {
    acquireInitialRetryToken: async () => createToken(0, 0),
    refreshRetryTokenForRetry: async (token, error) => {
      const retry = token.getRetryCount();
      if (retry >= retryLimit || !isRetryable(error)) throw new Error("No retry token available");
      const hint = (error.retryAfterHint?.getTime() ?? 0) - Date.now();
      return createToken(retry + 1, Math.max(await backoff(retry), hint));
    },
    recordSuccess: () => undefined,
  };
}

const isRetryable = ({ errorType }: RetryErrorInfo): boolean => errorType !== "CLIENT_ERROR";

const createToken = (count: number, delay: number): RetryToken => ({
  getRetryCount: () => count,
  getRetryDelay: () => delay,
});

function createJitter(jitter: Jitter): (delay: number) => number {
  if (typeof jitter === "function") return jitter;
  if (jitter === "none") return (delay) => delay;
  const share = jitter === "full" ? 1 : 0.5;
  return (delay) => delay * (1 - share * Math.random());
}
