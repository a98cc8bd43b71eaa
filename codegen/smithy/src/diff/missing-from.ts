import type { ShapeId } from "../model/model.js";

/** Returns the ids of `others` that are not in `some`, each once. */
export const missingFrom = (
  some: readonly ShapeId[],
  others: readonly ShapeId[],
): readonly ShapeId[] => [...new Set(others)].filter((id) => !some.includes(id));
