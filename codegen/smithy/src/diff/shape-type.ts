import type { Shape } from "../model/model.js";
import { isWrittenAsSet } from "../model/written-sets.js";

/** The type of a shape in messages: a set of 1.0 is not a list. */
export const typeOf = (shape: Shape): string => (isWrittenAsSet(shape) ? "set" : shape.type);
