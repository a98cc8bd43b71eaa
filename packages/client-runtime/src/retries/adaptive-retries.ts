import { AdaptiveRetryStrategy, DefaultRateLimiter } from "@smithy/core/retry";
import type { RateLimiter } from "@smithy/core/retry";
import type { Provider, RetryStrategyV2 } from "@smithy/types";

/** How calls are tried again by {@link adaptiveRetries}. All may be left out. */
export interface AdaptiveRetryOptions {
  /** How often a request is sent at most, the first time included. Default 3. */
  readonly maxAttempts?: number;
  /**
   * Whether a call waits until the service, as far as its throttling shows, can take it. Otherwise the call fails at
   * once with {@link RateExceededError}. Default `true`.
   */
  readonly waitToFill?: boolean;
}

/** A call was not made, because the service is throttling and the client does not wait. */
export class RateExceededError extends Error {
  override readonly name = "RateExceededError";

  constructor() {
    super("The service is throttling: the rate at which this client may send is used up.");
  }
}

/**
 * The strategy of the retry mode `adaptive` (`retryStrategy: adaptiveRetries({ waitToFill: false })`): once the service
 * throttles, calls are held back to the rate that it seems to take.
 */
export const adaptiveRetries = (options: AdaptiveRetryOptions = {}): RetryStrategyV2 => {
  const { maxAttempts = 3, waitToFill = true } = options;
  const provider: Provider<number> = async () => maxAttempts;
  if (waitToFill) return new AdaptiveRetryStrategy(provider);
  return new AdaptiveRetryStrategy(maxAttempts, {
    maxAttempts,
    rateLimiter: new ImpatientRateLimiter(),
  });
};

/** Fails where the library's limiter would wait. */
class ImpatientRateLimiter implements RateLimiter {
  readonly #limiter = new DefaultRateLimiter();
  /** The library goes on to wait for a token that nobody wants any more. The next call takes it. */
  #pending: Promise<void> | undefined;

  async getSendToken(): Promise<void> {
    this.#pending ??= this.#limiter.getSendToken();
    if (!(await isSettled(this.#pending))) throw new RateExceededError();
    this.#pending = undefined;
  }

  updateClientSendingRate(response: unknown): void {
    this.#limiter.updateClientSendingRate(response);
  }
}

/** Whether a promise needs no timer to come true. */
const isSettled = async (promise: Promise<void>): Promise<boolean> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, 0, false);
  });
  try {
    return await Promise.race([promise.then(() => true), timeout]);
  } finally {
    clearTimeout(timer);
  }
};
