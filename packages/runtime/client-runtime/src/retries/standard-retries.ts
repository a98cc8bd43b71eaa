import { normalizeProvider } from "@smithy/core/transport";
import type { RetryErrorType, SdkError } from "@smithy/types";
import type { ClientFeature } from "../client/client-feature.js";
import { retryPlugin } from "../middleware/retry.js";
import { lostConnection } from "./lost-connection.js";
import { DEFAULT_MAX_ATTEMPTS, StandardRetries } from "./retry-modes.js";

/** The messages of `fetch` in browsers for requests without a response. */
const failedFetch = /fetch|network|connection|^Load failed$/i;

/** Retries with the standard strategy, or with that of the option `retryStrategy`. */
export const standardRetries: ClientFeature = ({ input, config }) => {
  config.maxAttempts = normalizeProvider(input.maxAttempts ?? DEFAULT_MAX_ATTEMPTS);
  // One strategy for the whole client, because it tracks the cost of all retries.
  const strategy = input.retryStrategy ?? new StandardRetries(config.maxAttempts);
  config.retryStrategy = async () => strategy;
  return retryPlugin(config, { classify });
};

function classify(error: SdkError): RetryErrorType {
  const status = error.$metadata?.httpStatusCode ?? 0;
  if (status === 429 || error.$retryable?.throttling) return "THROTTLING";
  if (error.$retryable || (status >= 500 && status <= 504 && status !== 501)) return "TRANSIENT";
  if (status >= 500) return "SERVER_ERROR";
  return status === 0 && isLost(error) ? "TRANSIENT" : "CLIENT_ERROR";
}

/** Returns true for a timeout or a lost connection, or for an error with such a cause. */
function isLost({ name, message, cause, ...error }: Error): boolean {
  if (name === "AbortError") return false;
  return (
    name === "TimeoutError" ||
    ("code" in error && lostConnection.test(String(error.code))) ||
    (name === "TypeError" && failedFetch.test(message)) ||
    (cause instanceof Error && isLost(cause))
  );
}
