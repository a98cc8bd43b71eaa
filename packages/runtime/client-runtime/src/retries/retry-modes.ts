import type {
  Provider,
  RetryErrorInfo,
  RetryErrorType,
  RetryStrategyV2,
  RetryToken,
} from "@smithy/types";
import { SendingRate } from "./sending-rate.js";

/** What a client may spend on trying again before it gives up; calls that succeed earn it back. */
const CAPACITY = 500;
/** How often a request is sent at most, the first time included, where nothing else is set. */
export const DEFAULT_MAX_ATTEMPTS = 3;
/** Milliseconds. */
const LONGEST_DELAY = 20_000;
/** How much later than it would the client comes back where the service asks it to, in milliseconds. */
const MOST_PATIENCE = 5000;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** A token that knows what its attempt has cost. */
interface PaidToken extends RetryToken {
  readonly cost?: number;
}

const tokenOf = (count: number, waited: number, cost?: number): PaidToken => ({
  getRetryCount: () => count,
  // The wait is over when the token is there.
  getRetryDelay: () => 0,
  $retryLog: { acquisitionDelay: waited },
  ...(cost !== undefined && { cost }),
});

const costOf = (errorType: RetryErrorType): number => (errorType === "THROTTLING" ? 5 : 14);

/** The retry mode `standard`: longer and longer random pauses, and a quota for when most calls fail. */
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
    return tokenOf(0, 0);
  }

  /** @throws Error where the request is not to be sent again */
  async refreshRetryTokenForRetry(token: RetryToken, error: RetryErrorInfo): Promise<RetryToken> {
    const { errorType, retryAfterHint } = error;
    const retries = token.getRetryCount();
    const cost = costOf(errorType);
    if (
      (errorType !== "THROTTLING" && errorType !== "TRANSIENT") ||
      retries + 1 >= (await this.#maxAttempts()) ||
      cost > this.#capacity
    ) {
      throw new Error("No retry token available");
    }
    const base = errorType === "THROTTLING" ? 1000 : 50;
    let delay = Math.floor(Math.random() * Math.min(base * 2 ** retries, LONGEST_DELAY));
    if (retryAfterHint) {
      const asked = retryAfterHint.getTime() - Date.now();
      delay = Math.max(delay, Math.min(asked, delay + MOST_PATIENCE));
    }
    this.#capacity -= cost;
    await wait(delay);
    return tokenOf(retries + 1, delay, cost);
  }

  recordSuccess({ cost = 1 }: PaidToken): void {
    this.#capacity = Math.min(CAPACITY, this.#capacity + cost);
  }
}

/** The retry mode `adaptive`: once the service throttles, calls are held back to the rate that it seems to take. */
export class AdaptiveRetries extends StandardRetries {
  override readonly mode = "adaptive";
  readonly #rate = new SendingRate();
  readonly #idle: (milliseconds: number) => Promise<void>;

  /** @param idle - how a call is delayed; it waits by default */
  constructor(maxAttempts: Provider<number>, idle = wait) {
    super(maxAttempts);
    this.#idle = idle;
  }

  override async acquireInitialRetryToken(): Promise<RetryToken> {
    await this.#untilMaySend();
    return super.acquireInitialRetryToken();
  }

  override async refreshRetryTokenForRetry(
    token: RetryToken,
    error: RetryErrorInfo,
  ): Promise<RetryToken> {
    this.#rate.update(error.errorType === "THROTTLING");
    const next = await super.refreshRetryTokenForRetry(token, error);
    await this.#untilMaySend();
    return next;
  }

  override recordSuccess(token: RetryToken): void {
    this.#rate.update(false);
    super.recordSuccess(token);
  }

  async #untilMaySend(): Promise<void> {
    for (;;) {
      const milliseconds = this.#rate.take();
      if (milliseconds <= 0) return;
      await this.#idle(milliseconds);
    }
  }
}

/** The strategy of a retry mode. */
export const retryStrategyOf = (mode: string, maxAttempts: Provider<number>): RetryStrategyV2 =>
  new (mode === "adaptive" ? AdaptiveRetries : StandardRetries)(maxAttempts);
