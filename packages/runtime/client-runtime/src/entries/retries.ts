/**
 * Retry strategies with configurable limits, delays and jitter.
 *
 * @packageDocumentation
 * @public
 */
export { adaptiveRetries, RateExceededError } from "../retries/adaptive-retries.js";
export type { AdaptiveRetryOptions } from "../retries/adaptive-retries.js";
export { legacyRetries } from "../retries/legacy-retries.js";
export type { Jitter, LegacyRetryOptions } from "../retries/legacy-retries.js";
