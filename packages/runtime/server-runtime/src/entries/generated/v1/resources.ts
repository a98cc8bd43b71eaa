/**
 * The entry for generated servers of models with resources only.
 *
 * @packageDocumentation
 * @internal
 */
export { resourceBehavior } from "../../../resources/resource-behavior.js";
export type { ResourceDescription } from "../../../resources/resource-description.js";
