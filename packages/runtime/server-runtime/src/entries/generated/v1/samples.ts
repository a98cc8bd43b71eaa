/**
 * The entry for generated servers only: responses of operations without a handler.
 *
 * @packageDocumentation
 * @internal
 */
export { sampleResponder } from "../../../sample/sample-responder.js";
export type { Examples } from "../../../sample/match-example.js";
