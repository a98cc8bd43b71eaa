import { Mismatch } from "../malformed-message.js";
import { textOf } from "../values/bytes.js";

/**
 * Returns the text of a body.
 *
 * @throws Mismatch if it is not UTF-8
 */
export function strictTextOf(body: string | Uint8Array): string {
  try {
    return textOf(body, true);
  } catch {
    throw new Mismatch("The body is not UTF-8.");
  }
}
