/**
 * For generated servers of models with resources, and for nothing else.
 *
 * @packageDocumentation
 * @internal
 */
export { resourceBehavior } from "../../../resources/resource-behavior.js";
export type { ResourceDescription } from "../../../resources/resource-description.js";
