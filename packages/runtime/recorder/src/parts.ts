/**
 * Parts that the console of documentation sites shares with the recorder.
 *
 * @packageDocumentation
 * @internal
 */
export { constraintsOf, createMadeServer } from "./made-server.js";
export type { MadeServer } from "./made-server.js";
export { recordedBody } from "./recorded-body.js";
export { targetOf } from "./wire-capture.js";
