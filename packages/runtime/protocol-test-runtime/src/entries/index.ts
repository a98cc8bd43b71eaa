/**
 * The public entry: the failure of a protocol test.
 *
 * @packageDocumentation
 * @public
 */
export { ProtocolTestFailure } from "../compare/protocol-test-failure.js";
