import { AssertionError } from "node:assert";
import type { MeteredExpectation } from "../verification/verify-metered.js";
import type { Metering } from "./marketplace-matchers.js";

/**
 * Asserts that usage was metered: for `node:test` and whatever else knows `node:assert`.
 *
 * @throws AssertionError that says what came nearest, and what was refused and why
 */
export function assertMetered(server: Metering, expected: MeteredExpectation): void {
  const { ok, message } = server.checkMetered(expected);
  if (!ok) throw new AssertionError({ message, stackStartFn: assertMetered });
}
