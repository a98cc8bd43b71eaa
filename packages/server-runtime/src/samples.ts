export { sampleOf, type SampleOptions } from "./sample/sample.js";
export {
  type Examples,
  type OperationExample,
  sampleResponder,
} from "./sample/sample-responder.js";
