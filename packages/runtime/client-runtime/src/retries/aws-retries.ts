import type { RetryErrorType, SdkError } from "@smithy/types";
import { randomToken } from "@tinsmith/protocols";
import type { RetryRules } from "../middleware/retry.js";
import { lostConnection } from "./lost-connection.js";

const throttling =
  /^(?:BandwidthLimitExceeded|EC2ThrottledException|LimitExceededException|PriorRequestNotComplete|ProvisionedThroughputExceededException|Request(?:LimitExceeded|Throttled|ThrottledException)|SlowDown|Thrott(?:ledException|ling|lingException)|TooManyRequestsException|TransactionInProgressException)$/;
const timeout = /^(?:TimeoutError|RequestTimeout(?:Exception)?)$/;
/** The messages of `fetch` in browsers for requests without a response. */
const failedFetch =
  /^(?:Failed to fetch|NetworkError when attempting to fetch resource|The Internet connection appears to be offline|Load failed|Network request failed)$/;

/** An error with the code that Node adds. */
type FailedCall = SdkError & { readonly code?: string };

function classify(error: SdkError): RetryErrorType {
  const status = error.$metadata?.httpStatusCode ?? 0;
  if (status === 429 || throttling.test(error.name) || error.$retryable?.throttling) {
    return "THROTTLING";
  }
  if (isTransient(error)) return "TRANSIENT";
  return status >= 500 && status < 600 ? "SERVER_ERROR" : "CLIENT_ERROR";
}

function isTransient(error: FailedCall, depth = 0): boolean {
  const { name, message = "", code = "", cause, $metadata } = error;
  return (
    name !== "AbortError" &&
    (error.$retryable !== undefined ||
      $metadata?.clockSkewCorrected === true ||
      (name === "InvalidSignatureException" && message.includes("Signature expired")) ||
      timeout.test(name) ||
      lostConnection.test(code) ||
      [500, 502, 503, 504].includes($metadata?.httpStatusCode ?? 0) ||
      (error instanceof TypeError && failedFetch.test(message)) ||
      (code === "ERR_HTTP2_STREAM_ERROR" && message.includes("NGHTTP2_REFUSED_STREAM")) ||
      (cause instanceof Object && depth < 11 && isTransient(cause as FailedCall, depth + 1)))
  );
}

/**
 * The errors, delays and headers of AWS services. A test compares the classes of errors with those
 * of `@smithy/core/retry`. That library is four times as large.
 */
export const awsRetries: RetryRules = {
  classify,
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
