import { allTypes } from "../value-types/all-types.js";
import { exactNumbers } from "./exact-numbers.js";
import type { JsonParts } from "./json-parts.js";
import { jsonUnions } from "./unions.js";

/** The parts of a codec for services of any kind. */
export const allJsonParts: JsonParts = {
  types: allTypes,
  exact: exactNumbers,
  unions: jsonUnions,
};
