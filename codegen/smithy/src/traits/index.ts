/** The entry `@tinsmith/smithy/traits`: typed access to the traits that this package ships. */
export { hasTrait, trait } from "./trait.js";
export type { TraitHolder } from "./trait.js";
export type { TraitDescriptor } from "./trait-descriptor.js";
export * from "./generated/index.js";
