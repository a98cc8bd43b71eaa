import type { TraitSource } from "./registry.js";

/** Every library that a model can use without bringing it along. */
export const libraries: ReadonlyMap<string, readonly TraitSource[]> = new Map();
