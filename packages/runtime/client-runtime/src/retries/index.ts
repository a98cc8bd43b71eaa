export { adaptiveRetries, RateExceededError } from "./adaptive-retries.js";
export type { AdaptiveRetryOptions } from "./adaptive-retries.js";
export { legacyRetries } from "./legacy-retries.js";
export type { Jitter, LegacyRetryOptions } from "./legacy-retries.js";
