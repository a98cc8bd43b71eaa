import type { RetryStrategyV2 } from "@smithy/types";
import { aBoolean, checkOptions } from "../errors/option-kinds.js";
import { AdaptiveRetries, DEFAULT_MAX_ATTEMPTS } from "./retry-modes.js";

/** Options of {@link adaptiveRetries}. All are optional. */
export interface AdaptiveRetryOptions {
  /** The maximum number of attempts, including the first one. Default 3. */
  readonly maxAttempts?: number;
  /**
   * Delays a call while the service is throttling. If false, the call fails immediately with
   * {@link RateExceededError}. Default `true`.
   */
  readonly waitToFill?: boolean;
}

/** Thrown instead of a call while the service is throttling, if the client does not wait. */
export class RateExceededError extends Error {
  override readonly name = "RateExceededError";

  constructor() {
    super("The service is throttling, and the client has reached its sending rate.");
  }
}

/**
 * Creates the strategy of the retry mode `adaptive` (`retryStrategy: adaptiveRetries({ waitToFill:
 * false })`). After the service throttles, calls are limited to the rate that it appears to accept.
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
