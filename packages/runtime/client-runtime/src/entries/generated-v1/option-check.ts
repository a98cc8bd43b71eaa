/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export { optionCheck } from "../../plugins/check-options.js";
export type { OptionGroup } from "../../plugins/check-options.js";
