import { Mismatch } from "../malformed-message.js";
import { ExactNumber } from "../values/exact-number.js";
import { exactNumber } from "../values/numbers.js";

/** Matches a number, or a string with the colon that follows it if it is a key. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|-?\d[\d.eE+-]*/g;
/** Marks the placeholders of numbers. Strings that begin with this character are escaped. */
const mark = "\0";

/**
 * Parses JSON. If `exact`, numbers that would lose digits become an `ExactNumber`.
 *
 * `JSON.parse` of Node 20 does not provide the source of a number. Therefore such numbers are
 * replaced by placeholders before parsing and restored afterwards.
 * @throws Mismatch if the text is not JSON
 */
export function parseJson(text: string, exact: boolean): unknown {
  try {
    return exact ? parseExact(text) : JSON.parse(text);
  } catch {
    // The engine's message quotes the text, which may contain secrets.
    throw new Mismatch("The body is not JSON.");
  }
}

function parseExact(text: string): unknown {
  const numbers: ExactNumber[] = [];
  const marked = text.replace(token, (source, colon: string | undefined) => {
    if (source[0] === '"') {
      return colon === undefined && source.startsWith('"\\u0000')
        ? `"\\u0000${source.slice(1)}`
        : source;
    }
    const number = exactNumber(source);
    return number instanceof ExactNumber && isJsonNumber(source)
      ? `"\\u0000${numbers.push(number) - 1}"`
      : source;
  });
  if (marked === text) return JSON.parse(text);
  return JSON.parse(marked, (_, value: unknown) => {
    if (typeof value !== "string" || value[0] !== mark) return value;
    return value[1] === mark ? value.slice(1) : numbers[Number(value.slice(1))];
  });
}

/**
 * Returns false for invalid numbers such as `01`. They stay in the text, so that the parser rejects
 * them.
 */
function isJsonNumber(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}
