import { Mismatch } from "../malformed-message.js";
import { ExactNumber, exactNumber } from "../values/numbers.js";

/** A string with the colon after it, if it is a key; or a number. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|-?\d[\d.eE+-]*/g;
/** No text begins with this unless it is escaped here. */
const mark = "\0";

/**
 * Parses JSON to JavaScript's own numbers, or `exact`: what a number would lose digits by is an `ExactNumber`.
 *
 * Node 20's `JSON.parse` does not show how a number was written. Such numbers are taken out of the text before, and put
 * into the value after.
 * @throws Mismatch where it is not JSON
 */
export function parseJson(text: string, exact: boolean): unknown {
  try {
    return exact ? parseExact(text) : JSON.parse(text);
  } catch {
    // The engine's message quotes the text, which may hold secrets.
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

/** What looks like a number may be no JSON, such as `01`; then it stays in the text, for the parser to refuse. */
function isJsonNumber(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}
