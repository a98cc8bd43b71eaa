import { matcherResult, matchers as serverMatchers } from "@tinsmith/server-runtime/matchers";
import type { MatcherResult, ServerMatchers } from "@tinsmith/server-runtime/matchers";
import type { MeteredExpectation, MeteredVerification } from "../verification/verify-metered.js";

/** A mock server, or one of its tenants. */
export interface Metering {
  checkMetered(expected: MeteredExpectation): MeteredVerification;
}

/** The matchers of `expect(server)`; the types of test frameworks extend this interface. */
export interface MarketplaceMatchers<Result = unknown> extends ServerMatchers<Result> {
  /**
   * Passes when usage was metered: a record contains all of the given members.
   *
   * @example
   *   expect(server).toHaveMetered({ customer: "111122223333", dimension: "users", quantity: 3 })
   */
  toHaveMetered(expected: MeteredExpectation): Result;
}

/** The matchers to pass to `expect.extend` in vitest and jest. */
export const matchers = {
  ...serverMatchers,
  toHaveMetered(received: unknown, expected: MeteredExpectation): MatcherResult {
    if (!isMetering(received)) {
      throw new TypeError(
        "Expected a mock server of AWS Marketplace Metering, or one of its tenants.",
      );
    }
    return matcherResult(received.checkMetered(expected));
  },
};

// The check is by shape, not by class: a test may load the package twice, as ESM and CommonJS.
const isMetering = (value: unknown): value is Metering =>
  typeof value === "object" &&
  value !== null &&
  "checkMetered" in value &&
  typeof value.checkMetered === "function";
