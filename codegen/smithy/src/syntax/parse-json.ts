import { JsonLexer, JsonSyntaxError } from "./json-lexer.js";
import { keyText } from "./parse-values.js";
import type { ObjectEntryNode, ObjectNode, StringNode, ValueNode } from "./nodes.js";

/**
 * Reads the value that starts at the last token into the same nodes as values of the IDL, so that
 * every part of a JSON AST has its place in the text.
 */
export function readJsonValue(lexer: JsonLexer): ValueNode {
  const { token, start, end } = lexer;
  switch (token) {
    case "{":
      return readObject(lexer, start, []);
    case "[": {
      const items: ValueNode[] = [];
      while (lexer.next() !== "]") items.push(readJsonValue(lexer));
      return { kind: "array", items, start, end: lexer.end };
    }
    case "string":
      return { kind: "string", value: lexer.string, textBlock: false, start, end };
    case "number": {
      const value = Number(lexer.string);
      const digits = String(value) === lexer.string ? {} : { digits: lexer.string };
      return { kind: "number", value, ...digits, start, end };
    }
    default:
      return { kind: "keyword", value: lexer.keyword, start, end };
  }
}

/**
 * Reads the rest of an object whose first entries are read. If several entries have the same name,
 * the last one counts.
 */
export function readObject(
  lexer: JsonLexer,
  start: number,
  first: readonly ObjectEntryNode[],
): ObjectNode {
  const entries = new Map(first.map((entry) => [keyText(entry.key), entry]));
  while (lexer.next() !== "}") {
    const key = readKey(lexer);
    lexer.next();
    const value = readJsonValue(lexer);
    const place = entries.get(key.value)?.key ?? key;
    entries.set(key.value, {
      kind: "objectEntry",
      key: place,
      value,
      start: key.start,
      end: lexer.end,
    });
  }
  return { kind: "object", entries: [...entries.values()], braces: true, start, end: lexer.end };
}

/** Returns the key of an object at the position of a lexer. */
export const readKey = ({ string, start, end }: JsonLexer): StringNode => ({
  kind: "string",
  value: string,
  textBlock: false,
  start,
  end,
});

/** Returns the first error in a text that should be one value of JSON. */
export function jsonProblem(text: string): JsonSyntaxError | undefined {
  const lexer = new JsonLexer(text);
  try {
    while (lexer.next() !== "end");
    return undefined;
  } catch (failure) {
    if (failure instanceof JsonSyntaxError) return failure;
    throw failure;
  }
}
