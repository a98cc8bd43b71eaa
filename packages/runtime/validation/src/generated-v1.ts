/**
 * Version 1 of the exports that generated code imports. They are never removed or changed;
 * incompatible changes go into `generated/v2`.
 *
 * @packageDocumentation
 */

export type { JsonSchema } from "./json-schema.js";
export { validator } from "./validator.js";
export type { Validator } from "./validator.js";
