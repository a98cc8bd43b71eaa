import type { Message } from "../diagnostics/define-message.js";
import type {
  ArrayNode,
  IdentifierNode,
  ObjectEntryNode,
  ObjectNode,
  ShapeIdNode,
  StringNode,
  ValueNode,
} from "./nodes.js";
import type { ParserState } from "./parser-state.js";
import { readQuotedString, readTextBlock } from "./string-literal.js";
import { syntaxMessages } from "./syntax-messages.js";
import { TokenKind } from "./tokens.js";

const valueStarts = [
  TokenKind.String,
  TokenKind.TextBlock,
  TokenKind.Number,
  TokenKind.Identifier,
  TokenKind.LeftBrace,
  TokenKind.LeftBracket,
] as const;

const keywords = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Parses NodeValue. */
export function parseValue(
  state: ParserState,
  expected: readonly TokenKind[] = valueStarts,
): ValueNode {
  const start = state.start;
  const missing = (): ValueNode => ({ kind: "missingValue", start, end: start });
  if (state.recovering) return missing();
  switch (state.kind) {
    case TokenKind.String:
    case TokenKind.TextBlock:
      return parseString(state);
    case TokenKind.Number: {
      const { lexeme } = state;
      const value = Number(lexeme);
      state.next();
      const digits = String(value) === lexeme ? {} : { digits: lexeme };
      return { kind: "number", value, ...digits, ...state.rangeFrom(start) };
    }
    case TokenKind.Identifier:
      return keywordOrShapeId(parseShapeId(state));
    case TokenKind.LeftBrace:
      return state.nested<ValueNode>(() => parseObject(state), missing);
    case TokenKind.LeftBracket:
      return state.nested<ValueNode>(() => parseArray(state), missing);
  }
  state.fail(expected);
  return missing();
}

/** A bare word is `true`, `false`, `null`, or a shape id. */
export function keywordOrShapeId(id: ShapeIdNode): ValueNode {
  const value = keywords.get(id.text);
  if (value === undefined) return id;
  return { kind: "keyword", value, start: id.start, end: id.end };
}

/** Parses QuotedText or TextBlock; the current token must be one. */
export function parseString(state: ParserState): StringNode {
  const start = state.start;
  const textBlock = state.kind === TokenKind.TextBlock;
  const quotes = textBlock ? 3 : 1;
  const content = state.lexeme.slice(quotes, -quotes);
  const literal = textBlock ? readTextBlock(content) : readQuotedString(content);
  state.next();
  const value = "value" in literal ? literal.value : "";
  return { kind: "string", value, textBlock, ...state.rangeFrom(start) };
}

/** `{ key: value }` */
export function parseObject(state: ParserState): ObjectNode {
  const start = state.start;
  const entries: ObjectEntryNode[] = [];
  const keys = new Set<string>();
  state.expect(TokenKind.LeftBrace);
  state.skipWhitespace();
  while (!state.recovering && !state.atEnd && state.kind !== TokenKind.RightBrace) {
    const expected = [TokenKind.RightBrace, TokenKind.String, TokenKind.Identifier];
    const entry = parseObjectEntry(state, expected);
    if (entry) {
      entries.push(entry);
      checkKey(state, entry, keys, syntaxMessages.duplicateKey);
    }
    state.skipWhitespace();
  }
  state.expect(TokenKind.RightBrace);
  return { kind: "object", entries, braces: true, ...state.rangeFrom(start) };
}

/** Reports a key that an object already has. */
export function checkKey(
  state: ParserState,
  { key }: ObjectEntryNode,
  keys: Set<string>,
  message: Message<{ readonly key: string }>,
): void {
  const text = keyText(key);
  if (keys.has(text)) state.failAt(message, { key: text }, key);
  keys.add(text);
}

/** The text of a key, quoted or not. */
export const keyText = (key: StringNode | IdentifierNode): string =>
  key.kind === "string" ? key.value : key.text;

/**
 * Parses NodeObjectKvp; returns `undefined` if there is no key. The error message lists `expected`.
 */
export function parseObjectEntry(
  state: ParserState,
  expected: readonly TokenKind[],
): ObjectEntryNode | undefined {
  const start = state.start;
  const key = parseKey(state, expected);
  if (!key) return undefined;
  state.skipWhitespace();
  return finishObjectEntry(state, key, start);
}

/** Parses the rest of an entry, from the colon on. */
export function finishObjectEntry(
  state: ParserState,
  key: StringNode | IdentifierNode,
  start: number,
): ObjectEntryNode {
  state.expect(TokenKind.Colon);
  state.skipWhitespace();
  const value = parseValue(state);
  return { kind: "objectEntry", key, value, ...state.rangeFrom(start) };
}

/** Parses NodeObjectKey. */
export function parseKey(
  state: ParserState,
  expected: readonly TokenKind[],
): StringNode | IdentifierNode | undefined {
  if (state.at(TokenKind.String)) return parseString(state);
  if (state.at(TokenKind.Identifier)) return state.expectIdentifier();
  state.fail(expected);
  return undefined;
}

function parseArray(state: ParserState): ArrayNode {
  const start = state.start;
  const items: ValueNode[] = [];
  state.expect(TokenKind.LeftBracket);
  state.skipWhitespace();
  while (!state.recovering && state.kind !== TokenKind.RightBracket) {
    items.push(parseValue(state));
    state.skipWhitespace();
  }
  state.expect(TokenKind.RightBracket);
  return { kind: "array", items, ...state.rangeFrom(start) };
}

/** Parses ShapeId: relative or absolute, with or without a member. */
export function parseShapeId(state: ParserState): ShapeIdNode {
  const start = state.start;
  const missing = !state.at(TokenKind.Identifier);
  const { text } = parseNamespace(state);
  // A name with dots is a namespace, which requires the name of a shape.
  if (text.includes(".") ? state.expect(TokenKind.Pound) : state.accept(TokenKind.Pound)) {
    state.expect(TokenKind.Identifier);
  }
  if (state.accept(TokenKind.Dollar)) state.expect(TokenKind.Identifier);
  return finishShapeId(state, start, missing);
}

/** Parses AbsoluteRootShapeId, which requires a namespace. The caller rejects a member. */
export function parseAbsoluteShapeId(state: ParserState): ShapeIdNode {
  const start = state.start;
  const missing = !state.at(TokenKind.Identifier);
  parseNamespace(state);
  state.expect(TokenKind.Pound);
  state.expect(TokenKind.Identifier);
  if (state.accept(TokenKind.Dollar)) state.expect(TokenKind.Identifier);
  return finishShapeId(state, start, missing);
}

/** Parses identifiers separated by dots. */
export function parseNamespace(state: ParserState): IdentifierNode {
  const start = state.start;
  const missing = !state.expect(TokenKind.Identifier);
  while (state.accept(TokenKind.Dot)) state.expect(TokenKind.Identifier);
  const range = missing ? { start, end: start } : state.rangeFrom(start);
  const text = state.file.text.slice(range.start, range.end);
  return { kind: "identifier", text, missing, ...range };
}

function finishShapeId(state: ParserState, start: number, missing: boolean): ShapeIdNode {
  const range = missing ? { start, end: start } : state.rangeFrom(start);
  const text = state.file.text.slice(range.start, range.end);
  return { kind: "shapeId", text, missing: missing || state.recovering, ...range };
}

/** The kind of a value, as messages name it. */
export function describeValue(node: ValueNode): string {
  if (node.kind === "keyword") return node.value === null ? "null" : "boolean";
  if (node.kind === "shapeId") return "string";
  return node.kind === "missingValue" ? "nothing" : node.kind;
}
