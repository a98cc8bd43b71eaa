import type { Expectation, Verification } from "../verify.js";
import { matcherResult } from "./matcher-result.js";
import type { MatcherResult } from "./matcher-result.js";
import { checkArgument } from "../../checks/check.js";
import { describeValue } from "../../checks/describe-value.js";
import { count } from "../../checks/expected.js";

/** A server, or one of its tenants. */
export interface Verifiable {
  checkReceived(operation: string, partialInput?: unknown, expectation?: Expectation): Verification;
}

/** The matchers of `expect(server)`; the types of test frameworks extend this interface. */
export interface ServerMatchers<Result = unknown> {
  /**
   * Passes if an operation was called with an input that contains the given input. Each attempt
   * counts.
   *
   * @example expect(server).toHaveReceived("GetForecast", { city: "Bern" })
   */
  toHaveReceived(operation: string, partialInput?: unknown): Result;
  /** Passes if an operation was called exactly this many times. */
  toHaveReceivedTimes(operation: string, times: number, partialInput?: unknown): Result;
}

/** The matchers to pass to `expect.extend` in vitest and jest. */
export const matchers = {
  toHaveReceived(received: unknown, operation: string, partialInput?: unknown): MatcherResult {
    return matcherResult(verifiable(received).checkReceived(operation, partialInput));
  },
  toHaveReceivedTimes(
    received: unknown,
    operation: string,
    times: number,
    partialInput?: unknown,
  ): MatcherResult {
    checkArgument(count, times, "times of toHaveReceivedTimes()");
    return matcherResult(verifiable(received).checkReceived(operation, partialInput, { times }));
  },
};

/** @throws TypeError if the value is not a server or tenant */
export function verifiable(received: unknown): Verifiable {
  if (isVerifiable(received)) return received;
  const shown = describeValue(received);
  throw new TypeError(`Invalid server: ${shown}. Expected a mock server, or one of its tenants.`);
}

// The check is by shape, not by class: a test may load the package twice, as ESM and CommonJS.
const isVerifiable = (value: unknown): value is Verifiable =>
  typeof value === "object" &&
  value !== null &&
  "checkReceived" in value &&
  typeof value.checkReceived === "function";
