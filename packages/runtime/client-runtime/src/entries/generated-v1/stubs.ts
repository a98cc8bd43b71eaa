/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export { defineStubs } from "../../stubs/define-stubs.js";
export type { StubFunctions } from "../../stubs/define-stubs.js";
export type { StubbedOperation, StubResponses, Stubs } from "../../stubs/stub-types.js";
