/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 */
export { defineStubs } from "../../stubs/define-stubs.js";
export type { StubFunctions } from "../../stubs/define-stubs.js";
export type { StubbedOperation, StubResponses, Stubs } from "../../stubs/stub-types.js";
