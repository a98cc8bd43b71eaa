import type { StructurePlan } from "@tinsmith/service";

/** Advice on whether a retry of the same request can succeed, with the reason. */
export interface RetryAdvice {
  readonly helps: boolean;
  readonly text: string;
}

/**
 * Codes that the standard retry strategy of AWS clients treats as throttling, whether modeled or
 * not.
 */
const throttlingCodes: ReadonlySet<string> = new Set([
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "LimitExceededException",
  "PriorRequestNotComplete",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "TransactionInProgressException",
]);

const transientStatuses: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** Returns the retry behavior of the standard retry strategy for an error. */
export function retryAdvice(error: StructurePlan): RetryAdvice {
  const details = error.error;
  if (
    details?.retryable?.throttling ||
    details?.httpStatus === 429 ||
    throttlingCodes.has(error.name)
  ) {
    return { helps: true, text: "Yes, with growing delays: the rate of calls is too high." };
  }
  if (details?.retryable) return { helps: true, text: "Yes: the model marks it as transient." };
  if (details?.fault === "server" || transientStatuses.has(details?.httpStatus ?? 0)) {
    return { helps: true, text: "Yes: the error is a fault of the service and may be temporary." };
  }
  return { helps: false, text: "No: the same request would fail again." };
}
