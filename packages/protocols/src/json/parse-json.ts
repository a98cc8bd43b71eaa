import { Mismatch } from "../malformed-message.js";
import { parseExactJson } from "./parse-exact-json.js";

/**
 * A number of 16 or more digits somewhere outside a name or string, or at least something that looks like it:
 * then doubles may not be enough.
 */
const longNumber = /(?:^|[[:,\s-])\d{16}/;

/**
 * Parses JSON. Numbers are JavaScript numbers where those are exact. With `exact` every number that is written in
 * another way than JavaScript would write it becomes an `ExactNumber` (1.10, 1e400); without, only long ones may.
 * @throws Mismatch where it is not JSON
 */
export const parseJson = (text: string, exact: boolean): unknown => {
  if (exact || longNumber.test(text)) return parseExactJson(text);
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the text, which may hold secrets; the exact parser says where it stops.
    parseExactJson(text);
    throw new Mismatch("The body is not JSON.");
  }
};
