import type { StructurePlan } from "@tinsmith/service";

/** Whether sending the same request again can succeed, and why. */
export interface RetryAdvice {
  readonly helps: boolean;
  readonly text: string;
}

/** Codes that the standard retry strategy of AWS clients takes for throttling, modelled or not. */
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

/** What clients with a standard retry strategy do about an error, and a caller should. */
export function retryAdvice(error: StructurePlan): RetryAdvice {
  const details = error.error;
  if (
    details?.retryable?.throttling ||
    details?.httpStatus === 429 ||
    throttlingCodes.has(error.name)
  ) {
    return { helps: true, text: "Yes, after a growing pause: the caller is too fast." };
  }
  if (details?.retryable) return { helps: true, text: "Yes: the model marks it as transient." };
  if (details?.fault === "server" || transientStatuses.has(details?.httpStatus ?? 0)) {
    return { helps: true, text: "Yes: the fault is the service’s and may pass." };
  }
  return { helps: false, text: "No: the same request fails again." };
}
