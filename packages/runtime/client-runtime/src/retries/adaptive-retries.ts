import type { RetryStrategyV2 } from "@smithy/types";
import { aBoolean, checkOptions } from "../errors/option-kinds.js";
import { AdaptiveRetries, DEFAULT_MAX_ATTEMPTS } from "./retry-modes.js";

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
export function adaptiveRetries(options: AdaptiveRetryOptions = {}): RetryStrategyV2 {
  checkOptions("adaptiveRetries", options, { waitToFill: aBoolean });
  const { maxAttempts = DEFAULT_MAX_ATTEMPTS, waitToFill = true } = options;
  if (!Number.isInteger(maxAttempts) || maxAttempts < 1) {
    throw new RangeError(
      `The option "maxAttempts" of adaptiveRetries must be a positive integer. Received ${maxAttempts}.`,
    );
  }
  return new AdaptiveRetries(async () => maxAttempts, waitToFill ? undefined : refuse);
}

async function refuse(): Promise<never> {
  throw new RateExceededError();
}
