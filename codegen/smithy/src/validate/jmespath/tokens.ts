import type { NodeValue } from "../../model/model.js";
import { JmespathError } from "./expression.js";

export interface Token {
  /** The token's text for punctuation; `identifier`, `literal`, `number` or `end` for others. */
  readonly kind: string;
  readonly offset: number;
  /** The name of an identifier, the value of a literal or number. */
  readonly value?: NodeValue;
}

const punctuation = [
  "[?",
  "[]",
  "||",
  "&&",
  "==",
  "!=",
  "<=",
  ">=",
  "[",
  "]",
  "{",
  "}",
  "(",
  ")",
  ".",
  "*",
  ",",
  ":",
  "@",
  "|",
  "&",
  "<",
  ">",
  "!",
] as const;

/** The tokens that can begin an expression, in the order in which messages list them. */
export const starts: readonly string[] = [
  "@",
  "identifier",
  "literal",
  "*",
  "{",
  "[",
  "[]",
  "&",
  "!",
  "[?",
  "(",
];

/** The names in messages of kinds of tokens other than punctuation. */
const written: Readonly<Record<string, string>> = {
  identifier: "'A-Z|a-z|_'",
  literal: "'`'",
  number: "'-|0-9'",
  end: "EOF",
};

/** Splits an expression into tokens. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < text.length) {
    const space = /^[ \t\r\n]+/.exec(text.slice(offset));
    if (space !== null) {
      offset += space[0].length;
      continue;
    }
    const [token, length] = readToken(text, offset);
    tokens.push(token);
    offset += length;
  }
  return [...tokens, { kind: "end", offset: text.length }];
}

function readToken(text: string, offset: number): readonly [Token, number] {
  const rest = text.slice(offset);
  const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(rest)?.[0];
  if (name !== undefined) return [{ kind: "identifier", offset, value: name }, name.length];
  const number = /^-?[0-9]+/.exec(rest)?.[0];
  if (number !== undefined) {
    return [{ kind: "number", offset, value: Number(number) }, number.length];
  }
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)/.exec(rest)?.[0];
  if (quoted !== undefined) return [readQuoted(quoted, offset), quoted.length];
  const mark = punctuation.find((one) => rest.startsWith(one));
  if (mark !== undefined) return [{ kind: mark, offset }, mark.length];
  throw new JmespathError(...unreadable(text, offset));
}

/** The place and the reason of text that cannot be read as a token. */
function unreadable(text: string, offset: number): readonly [number, string] {
  const mark = text.charAt(offset);
  const next = text.charAt(offset + 1);
  switch (mark) {
    case '"':
      return [text.length, "Unclosed quotes"];
    case "'":
      return [text.length, `Unclosed raw string: ${text.slice(offset + 1)}`];
    case "=":
      return [offset + 1, `Expected: '=', but found '${next === "" ? "[EOF]" : next}'`];
    case "-":
      return [offset + 1, "Invalid number '-': '-' must be followed by a digit"];
    default:
      return [offset, `Unexpected syntax: ${mark}`];
  }
}

function readQuoted(quoted: string, offset: number): Token {
  const inner = quoted.slice(1, -1);
  if (quoted.startsWith("'")) {
    return { kind: "literal", offset, value: inner.replaceAll("\\'", "'") };
  }
  if (quoted.startsWith('"')) {
    return { kind: "identifier", offset, value: parseJson(quoted, offset) };
  }
  return { kind: "literal", offset, value: parseJson(inner.replaceAll("\\`", "`"), offset) };
}

function parseJson(text: string, offset: number): NodeValue {
  try {
    const value: NodeValue = JSON.parse(text);
    return value;
  } catch {
    throw new JmespathError(offset, `Invalid JSON literal: ${text}`);
  }
}

/** Creates the error for a token that is not one of those expected. */
export function expected(kinds: readonly string[], found: Token): JmespathError {
  const [one = "", ...others] = kinds.map((kind) => written[kind] ?? `'${kind}'`);
  const list = others.length === 0 ? one : `[${[one, ...others].join(", ")}]`;
  return new JmespathError(found.offset, `Expected ${list}, but found ${foundText(found)}`);
}

function foundText({ kind, value }: Token): string {
  if (value === undefined || value === null) return written[kind] ?? `'${kind}'`;
  if (typeof value !== "string") return `'${JSON.stringify(value)}'`;
  return `'${value.replaceAll("'", "\\'")}'`;
}
