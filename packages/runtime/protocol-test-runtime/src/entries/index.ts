/**
 * For people: how a protocol test fails.
 *
 * @packageDocumentation
 * @public
 */
export { ProtocolTestFailure } from "../compare/protocol-test-failure.js";
