export { sampleOf, type SampleOptions } from "./sample/sample.js";
export {
  type Examples,
  type OperationExample,
  sampleResponder,
  type SampleResponderOptions,
} from "./sample/sample-responder.js";
