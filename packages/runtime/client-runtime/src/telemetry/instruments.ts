import type { Counter, Histogram, Meter } from "@opentelemetry/api";

/** The measurements of calls. Durations are in seconds. */
export interface Instruments {
  readonly duration: Histogram;
  readonly attemptDuration: Histogram;
  readonly attempts: Counter;
  readonly errors: Counter;
}

/** Creates the instruments with the names of the AWS SDKs. */
export const createInstruments = (meter: Meter): Instruments => ({
  duration: meter.createHistogram("smithy.client.call.duration", {
    unit: "s",
    description: "The duration of calls, including all attempts",
  }),
  attemptDuration: meter.createHistogram("smithy.client.call.attempt_duration", {
    unit: "s",
    description: "The duration of attempts, from signing to reading the response",
  }),
  attempts: meter.createCounter("smithy.client.call.attempts", {
    unit: "{attempt}",
    description: "The number of attempts",
  }),
  errors: meter.createCounter("smithy.client.call.errors", {
    unit: "{error}",
    description: "The number of failed calls",
  }),
});
