import { ExactNumber } from "../values/exact-number.js";
import { nearestNumber } from "../values/numbers.js";
import type { ExactNumbers } from "./json-parts.js";
import { needsExactNumbers } from "./needs-exact-numbers.js";
import { parseJson } from "./parse-json.js";

/** Exact numbers in JSON. */
export const exactNumbers: ExactNumbers = {
  parse: parseJson,
  needs: (reference) => needsExactNumbers(reference),
  nearest: (value) => (value instanceof ExactNumber ? nearestNumber(value.source) : undefined),
};
