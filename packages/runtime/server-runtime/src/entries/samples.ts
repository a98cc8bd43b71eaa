/**
 * For people: samples of shapes, and a server's answers made of samples and examples.
 *
 * @packageDocumentation
 * @public
 */
export { sampleOf } from "../sample/sample.js";
export type { SampleOptions } from "../sample/sample.js";
export { sampleResponder } from "../sample/sample-responder.js";
export type { SampleResponderOptions } from "../sample/sample-responder.js";
export type { Examples, OperationExample } from "../sample/match-example.js";
