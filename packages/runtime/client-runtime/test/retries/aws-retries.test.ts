import {
  isClockSkewError,
  isServerError,
  isThrottlingError,
  isTransientError,
} from "@smithy/core/retry";
import type { RetryErrorType, SdkError } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { isDateRejected } from "../../src/auth/clock-skew.js";
import { awsRetries } from "../../src/retries/aws-retries.js";

/** The class of an error in the AWS SDK. */
function classOf(error: SdkError): RetryErrorType {
  if (isThrottlingError(error)) return "THROTTLING";
  if (isTransientError(error)) return "TRANSIENT";
  return isServerError(error) ? "SERVER_ERROR" : "CLIENT_ERROR";
}

const names = [
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
  "TimeoutError",
  "RequestTimeout",
  "RequestTimeoutException",
  "AccessDeniedException",
  "AuthFailure",
  "InvalidSignatureException",
  "RequestExpired",
  "RequestInTheFuture",
  "RequestTimeTooSkewed",
  "SignatureDoesNotMatch",
  "AbortError",
  "NotThrottling",
  "ThrottlingOfOthers",
  "ValidationException",
];
const codes = [
  "ECONNRESET",
  "ECONNREFUSED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EACCES",
];
const messages = [
  "Failed to fetch",
  "NetworkError when attempting to fetch resource",
  "The Internet connection appears to be offline",
  "Load failed",
  "Network request failed",
  "Failed to fetch it",
];
const failure = (message: string, members: object): SdkError =>
  Object.assign(new Error(message), members) as SdkError;

const errors: readonly SdkError[] = [
  ...names.map((name) => failure("m", { name })),
  ...names.map((name) => failure("Signature expired: now", { name })),
  ...codes.map((code) => failure("m", { code })),
  ...codes.map((code) => failure("m", { name: "AbortError", code })),
  ...messages.map((message) => new TypeError(message) as SdkError),
  ...messages.map((message) => failure(message, {})),
  ...[200, 400, 429, 500, 501, 502, 503, 504, 505, 599, 600].map((httpStatusCode) =>
    failure("m", { $metadata: { httpStatusCode } }),
  ),
  failure("m", { $metadata: { httpStatusCode: 403, clockSkewCorrected: true } }),
  failure("m", { $retryable: {} }),
  failure("m", { $retryable: { throttling: true } }),
  failure("NGHTTP2_REFUSED_STREAM", { code: "ERR_HTTP2_STREAM_ERROR" }),
  failure("closed", { code: "ERR_HTTP2_STREAM_ERROR" }),
  failure("m", { cause: failure("m", { code: "ECONNRESET" }) }),
  failure("m", { cause: failure("m", { cause: failure("m", { name: "TimeoutError" }) }) }),
  failure("m", { cause: "ECONNRESET" }),
];

describe("the class of an error for retries", () => {
  it("is the class that the AWS SDK assigns", () => {
    const shown = errors.map((error) => [String(error), awsRetries.classify(error)]);
    expect(shown).toEqual(errors.map((error) => [String(error), classOf(error)]));
    expect(new Set(shown.map(([, type]) => type)).size).toBe(4);
  });
});

describe("the errors that mean a wrong clock", () => {
  it("are the same as in the AWS SDK", () => {
    const rejected = errors.filter(isDateRejected);
    expect(rejected).toEqual(errors.filter((error) => isClockSkewError(error)));
    expect(rejected.length).toBe(14);
  });
});
