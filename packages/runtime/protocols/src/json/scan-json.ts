import { Mismatch } from "../malformed-message.js";
import { setOwn } from "../values/members.js";
import { exactNumber } from "../values/numbers.js";

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Matches the characters that end a run of ordinary characters in a string. */
// eslint-disable-next-line no-control-regex -- JSON forbids control characters in strings
const stringStop = /["\\\u0000-\u001f]/g;

/** Limits the recursion. The limit is greater than the depth of any schema. */
const maxNesting = 1000;

/**
 * Parses JSON without losing digits, and reports the position of syntax errors. The engine's own
 * messages differ between versions and quote the text, which may contain secrets.
 * @throws Mismatch with the position if the text is not JSON
 */
export function scanJson(text: string): unknown {
  let at = 0;

  const fail = (): never => {
    throw new Mismatch(
      at >= text.length
        ? "The body is not JSON: it ends too early."
        : `The body is not JSON: unexpected character at position ${at}.`,
    );
  };

  const skip = (): string => {
    let next = text[at];
    while (next === " " || next === "\n" || next === "\r" || next === "\t") next = text[++at];
    return next ?? "";
  };

  const readString = (): string => {
    const start = at;
    if (text[at] !== '"') fail();
    let escaped = false;
    for (at++; ;) {
      stringStop.lastIndex = at;
      const stop = stringStop.exec(text);
      at = stop?.index ?? text.length;
      if (stop?.[0] === '"') break;
      if (stop?.[0] !== "\\") fail();
      escaped = true;
      at += 2;
    }
    const source = text.slice(start, ++at);
    if (!escaped) return source.slice(1, -1);
    try {
      return String(JSON.parse(source));
    } catch {
      at = start;
      return fail();
    }
  };

  const readValue = (nesting: number): unknown => {
    if (nesting > maxNesting) throw new Mismatch("The body nests too deeply.");
    const next = skip();
    if (next === "{") return readObject(nesting);
    if (next === "[") return readArray(nesting);
    if (next === '"') return readString();
    literal.lastIndex = at;
    const match = literal.exec(text)?.[0];
    if (match === undefined) return fail();
    at = literal.lastIndex;
    return match === "null" || match === "true" || match === "false"
      ? match === "null"
        ? null
        : match === "true"
      : exactNumber(match);
  };

  const readArray = (nesting: number): unknown[] => {
    const out: unknown[] = [];
    at++;
    if (skip() === "]") {
      at++;
      return out;
    }
    for (;;) {
      out.push(readValue(nesting + 1));
      const next = skip();
      if (next !== "," && next !== "]") fail();
      at++;
      if (next === "]") return out;
    }
  };

  const readObject = (nesting: number): Record<string, unknown> => {
    const out: Record<string, unknown> = {};
    at++;
    if (skip() === "}") {
      at++;
      return out;
    }
    for (;;) {
      skip();
      const key = readString();
      if (skip() !== ":") fail();
      at++;
      setOwn(out, key, readValue(nesting + 1));
      const next = skip();
      if (next !== "," && next !== "}") fail();
      at++;
      if (next === "}") return out;
    }
  };

  const value = readValue(0);
  if (skip() !== "") fail();
  return value;
}
