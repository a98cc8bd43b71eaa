import type { ShapeId } from "../model/model.js";

/** The ids among others that are not in a list, each once. */
export const missingFrom = (
  some: readonly ShapeId[],
  others: readonly ShapeId[],
): readonly ShapeId[] => [...new Set(others)].filter((id) => !some.includes(id));
