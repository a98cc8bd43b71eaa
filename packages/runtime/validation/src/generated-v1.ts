/**
 * The contract of generated code, version 1. Nothing is taken away from it or changed; what has to
 * change becomes `generated/v2`.
 *
 * @packageDocumentation
 */

export type { JsonSchema } from "./json-schema.js";
export { validator } from "./validator.js";
export type { Validator } from "./validator.js";
