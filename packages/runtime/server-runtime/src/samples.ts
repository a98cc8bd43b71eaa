export { sampleOf, type SampleOptions } from "./sample/sample.js";
export type { Examples, OperationExample } from "./sample/match-example.js";
export { sampleResponder, type SampleResponderOptions } from "./sample/sample-responder.js";
