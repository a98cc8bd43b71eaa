import type { Counter, Histogram, Meter } from "@opentelemetry/api";

/** What is measured of calls. Durations are in seconds. */
export interface Instruments {
  readonly duration: Histogram;
  readonly attemptDuration: Histogram;
  readonly attempts: Counter;
  readonly errors: Counter;
}

/** The instruments under the names that the AWS SDKs have for them. */
export const createInstruments = (meter: Meter): Instruments => ({
  duration: meter.createHistogram("smithy.client.call.duration", {
    unit: "s",
    description: "How long calls take, with all their attempts",
  }),
  attemptDuration: meter.createHistogram("smithy.client.call.attempt_duration", {
    unit: "s",
    description: "How long attempts take, from the signature to the response that was read",
  }),
  attempts: meter.createCounter("smithy.client.call.attempts", {
    unit: "{attempt}",
    description: "Attempts that were made",
  }),
  errors: meter.createCounter("smithy.client.call.errors", {
    unit: "{error}",
    description: "Calls that failed",
  }),
});
