import { describeValue } from "./describe-value.js";

/** The maximum number of listed names, because services may have hundreds of operations. */
const shown = 20;

/**
 * Returns the error for a name that is not one of the known names.
 *
 * @param what - the kind of the named thing, for the message: `operation`
 */
export function unknownName(what: string, name: unknown, known: readonly string[]): TypeError {
  const listed = known.slice(0, shown).join(", ") + (known.length > shown ? ", …" : "");
  const allowed = known.length === 0 ? "None are defined." : `Expected one of: ${listed}.`;
  return new TypeError(`Unknown ${what} ${describeValue(name)}. ${allowed}`);
}
