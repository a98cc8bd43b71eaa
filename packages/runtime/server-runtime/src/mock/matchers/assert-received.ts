import { AssertionError } from "node:assert";
import type { Expectation } from "../verify.js";
import { verifiable } from "./server-matchers.js";
import type { Verifiable } from "./server-matchers.js";

/**
 * Asserts that an operation was called with an input that contains the given input. For `node:test`
 * and other frameworks that use `node:assert`.
 *
 * @throws AssertionError that lists the nearest requests
 */
export function assertReceived(
  server: Verifiable,
  operation: string,
  partialInput?: unknown,
  expectation?: Expectation,
): void {
  const { ok, message } = verifiable(server).checkReceived(operation, partialInput, expectation);
  if (!ok) throw new AssertionError({ message, stackStartFn: assertReceived });
}

/**
 * Asserts that an operation was never called with an input that contains the given input.
 *
 * @throws AssertionError that lists the requests
 */
export function assertNotReceived(
  server: Verifiable,
  operation: string,
  partialInput?: unknown,
): void {
  const { ok, message } = verifiable(server).checkReceived(operation, partialInput, { times: 0 });
  if (!ok) throw new AssertionError({ message, stackStartFn: assertNotReceived });
}
