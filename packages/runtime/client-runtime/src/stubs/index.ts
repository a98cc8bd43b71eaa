export { defineStubs } from "./define-stubs.js";
export type { StubbableClient, StubFunctions } from "./define-stubs.js";
export type {
  ApiRequest,
  ApiRequestOf,
  ErrorClass,
  PartialData,
  RawResponse,
  Stub,
  StubAnswer,
  StubbedOperation,
  StubbedOperations,
  StubbedService,
  StubContext,
  StubResponses,
  Stubs,
} from "./stub-types.js";
