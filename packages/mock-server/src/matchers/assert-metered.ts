import { AssertionError } from "node:assert";
import type { MeteredExpectation } from "../verification/verify-metered.js";
import type { Metering } from "./marketplace-matchers.js";

/**
 * Asserts that usage was metered. For `node:test` and other frameworks that use `node:assert`.
 *
 * @throws AssertionError that lists the nearest records, and the refused records with their reasons
 */
export function assertMetered(server: Metering, expected: MeteredExpectation): void {
  const { ok, message } = server.checkMetered(expected);
  if (!ok) throw new AssertionError({ message, stackStartFn: assertMetered });
}
