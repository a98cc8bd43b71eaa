import type {
  Provider,
  RetryErrorInfo,
  RetryErrorType,
  RetryStrategyV2,
  RetryToken,
} from "@smithy/types";
import { SendingRate } from "./sending-rate.js";

/** The retry quota of a client. Retries consume it, and successful calls restore it. */
const CAPACITY = 500;
/** The default maximum number of attempts, including the first one. */
export const DEFAULT_MAX_ATTEMPTS = 3;
/** The maximum delay in milliseconds. */
const MAX_DELAY = 20_000;
/** The maximum extra delay at the service's request, in milliseconds. */
const MAX_EXTRA_DELAY = 5000;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** A token with the quota that its attempt consumed. */
interface TokenWithCost extends RetryToken {
  readonly cost?: number;
}

const createToken = (count: number, waited: number, cost?: number): TokenWithCost => ({
  getRetryCount: () => count,
  // The delay has already passed when the token is returned.
  getRetryDelay: () => 0,
  $retryLog: { acquisitionDelay: waited },
  ...(cost !== undefined && { cost }),
});

const getCost = (errorType: RetryErrorType): number => (errorType === "THROTTLING" ? 5 : 14);

/**
 * The retry mode `standard`: random delays that grow exponentially, and a quota that stops retries
 * when most calls fail.
 */
export class StandardRetries implements RetryStrategyV2 {
  readonly mode: string = "standard";
  readonly #maxAttempts: Provider<number>;
  #capacity = CAPACITY;

  constructor(maxAttempts: Provider<number>) {
    this.#maxAttempts = maxAttempts;
  }

  maxAttempts(): Promise<number> {
    return this.#maxAttempts();
  }

  async acquireInitialRetryToken(): Promise<RetryToken> {
    return createToken(0, 0);
  }

  /** @throws Error if the request must not be retried */
  async refreshRetryTokenForRetry(token: RetryToken, error: RetryErrorInfo): Promise<RetryToken> {
    const { errorType, retryAfterHint } = error;
    const retries = token.getRetryCount();
    const cost = getCost(errorType);
    if (
      (errorType !== "THROTTLING" && errorType !== "TRANSIENT") ||
      retries + 1 >= (await this.#maxAttempts()) ||
      cost > this.#capacity
    ) {
      throw new Error("No retry token available");
    }
    const base = errorType === "THROTTLING" ? 1000 : 50;
    let delay = Math.floor(Math.random() * Math.min(base * 2 ** retries, MAX_DELAY));
    if (retryAfterHint) {
      const requested = retryAfterHint.getTime() - Date.now();
      delay = Math.max(delay, Math.min(requested, delay + MAX_EXTRA_DELAY));
    }
    this.#capacity -= cost;
    await wait(delay);
    return createToken(retries + 1, delay, cost);
  }

  recordSuccess({ cost = 1 }: TokenWithCost): void {
    this.#capacity = Math.min(CAPACITY, this.#capacity + cost);
  }
}

/**
 * The retry mode `adaptive`: after the service throttles, calls are limited to the rate that it
 * appears to accept.
 */
export class AdaptiveRetries extends StandardRetries {
  override readonly mode = "adaptive";
  readonly #rate = new SendingRate();
  readonly #delay: (milliseconds: number) => Promise<void>;

  /** @param delay - called to delay a call; default: waits */
  constructor(maxAttempts: Provider<number>, delay = wait) {
    super(maxAttempts);
    this.#delay = delay;
  }

  override async acquireInitialRetryToken(): Promise<RetryToken> {
    await this.#waitForCapacity();
    return super.acquireInitialRetryToken();
  }

  override async refreshRetryTokenForRetry(
    token: RetryToken,
    error: RetryErrorInfo,
  ): Promise<RetryToken> {
    this.#rate.update(error.errorType === "THROTTLING");
    const next = await super.refreshRetryTokenForRetry(token, error);
    await this.#waitForCapacity();
    return next;
  }

  override recordSuccess(token: RetryToken): void {
    this.#rate.update(false);
    super.recordSuccess(token);
  }

  async #waitForCapacity(): Promise<void> {
    for (;;) {
      const milliseconds = this.#rate.take();
      if (milliseconds <= 0) return;
      await this.#delay(milliseconds);
    }
  }
}

/** Creates the strategy of a retry mode. */
export const createRetryStrategy = (mode: string, maxAttempts: Provider<number>): RetryStrategyV2 =>
  new (mode === "adaptive" ? AdaptiveRetries : StandardRetries)(maxAttempts);
