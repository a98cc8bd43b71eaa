/**
 * The public entry of samples of shapes, and of responses from samples and examples.
 *
 * @packageDocumentation
 * @public
 */
export { sampleOf } from "../sample/sample.js";
export type { SampleOptions } from "../sample/sample.js";
export { sampleResponder } from "../sample/sample-responder.js";
export type { SampleResponderOptions } from "../sample/sample-responder.js";
export type { Examples, OperationExample } from "../sample/match-example.js";
export { fromNode } from "../json/from-node.js";
export { toNode } from "../json/to-node.js";
