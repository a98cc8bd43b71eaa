import { isServerError, isThrottlingError, isTransientError } from "@smithy/core/retry";
import { randomToken } from "@tinsmith/protocols";
import type { RetryRules } from "../middleware/retry.js";

/** The errors, delays and headers of AWS services. */
export const awsRetries: RetryRules = {
  classify: (error) =>
    isThrottlingError(error)
      ? "THROTTLING"
      : isTransientError(error)
        ? "TRANSIENT"
        : isServerError(error)
          ? "SERVER_ERROR"
          : "CLIENT_ERROR",
  delayOf: (headers) => {
    const milliseconds = Number(headers["x-amz-retry-after"] ?? Number.NaN);
    return Number.isFinite(milliseconds) ? milliseconds : undefined;
  },
  markAttempts: ({ headers }) => {
    headers["amz-sdk-invocation-id"] = randomToken();
    return (attempt, maxAttempts) => {
      headers["amz-sdk-request"] = `attempt=${attempt}; max=${maxAttempts}`;
    };
  },
};
