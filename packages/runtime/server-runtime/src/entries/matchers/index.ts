/**
 * The public entry of the matchers for `expect.extend`, the assertions for `node:test`, and the
 * parts from which the matchers of a service are made.
 *
 * @packageDocumentation
 * @public
 */
export { assertNotReceived, assertReceived } from "../../mock/matchers/assert-received.js";
export { extendJest } from "../../mock/matchers/extend-jest.js";
export { matcherResult } from "../../mock/matchers/matcher-result.js";
export type { MatcherResult } from "../../mock/matchers/matcher-result.js";
export { matchers } from "../../mock/matchers/server-matchers.js";
export type { ServerMatchers, Verifiable } from "../../mock/matchers/server-matchers.js";
export { contains } from "../../mock/matching/contains.js";
export { describeValue } from "../../checks/describe-value.js";
export { describeDifference, differencesOf } from "../../mock/matching/differences.js";
export type { Difference } from "../../mock/matching/differences.js";
