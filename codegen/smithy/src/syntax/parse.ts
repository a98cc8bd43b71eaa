import { createSourceFile } from "../source/source-file.js";
import type { SourceFile } from "../source/source-file.js";
import type {
  ControlNode,
  FileNode,
  MetadataNode,
  NamespaceNode,
  UseNode,
  ValueNode,
} from "./nodes.js";
import { parseStatements } from "./parse-statements.js";
import { parseAbsoluteShapeId, parseKey, parseNamespace, parseValue } from "./parse-values.js";
import { ParserState } from "./parser-state.js";
import { scan } from "./scanner.js";
import { syntaxMessages } from "./syntax-messages.js";
import type { SyntaxTree } from "./syntax-tree.js";
import { isWhitespace, TokenKind } from "./tokens.js";

/**
 * Parses a file of the Smithy IDL, version 1.0 or 2.0 (https://smithy.io/2.0/spec/idl.html).
 *
 * Never throws: errors are in `diagnostics`, and the tree contains everything that could be read.
 */
export function parseIdl(
  source: SourceFile | { readonly path: string; readonly text: string },
): SyntaxTree {
  const file = "positionAt" in source ? source : createSourceFile(source.path, source.text);
  const state = new ParserState(file, scan(file.text));
  const root = parseFile(state);
  const diagnostics = Object.freeze(state.diagnostics);
  return Object.freeze({ file, tokens: state.tokens, root, diagnostics });
}

function parseFile(state: ParserState): FileNode {
  state.skipWhitespace();
  const controls = parseControls(state);
  const metadata = parseSection(state, "metadata", () => parseMetadata(state));
  const namespace = parseNamespaceStatement(state);
  const uses = namespace ? parseSection(state, "use", () => parseUse(state)) : [];
  const statements = namespace ? parseStatements(state, namespace.name.text) : [];
  const end = state.file.text.length;
  return { kind: "file", controls, metadata, namespace, uses, statements, start: 0, end };
}

/**
 * Parses statements that start with the same word, one per line. Documentation before them is
 * ignored.
 */
function parseSection<Node>(state: ParserState, word: string, parse: () => Node): readonly Node[] {
  const nodes: Node[] = [];
  for (;;) {
    // The first comment of the first shape must be kept: look past whitespace without consuming it.
    if (!isNextWord(state, word)) return nodes;
    state.skipWhitespace();
    nodes.push(parse());
    if (state.recovering) recoverToLine(state);
  }
}

function isNextWord(state: ParserState, word: string): boolean {
  if (state.recovering) return false;
  const index = nextSignificant(state);
  const { tokens, file } = state;
  return (
    tokens.kindAt(index) === TokenKind.Identifier &&
    file.text.slice(tokens.startOf(index), tokens.endOf(index)) === word
  );
}

function nextSignificant(state: ParserState): number {
  let index = state.index;
  while (isWhitespace(state.tokens.kindAt(index))) index++;
  return index;
}

function recoverToLine(state: ParserState): void {
  state.recoverTo(
    () =>
      state.startsLine &&
      (state.kind === TokenKind.Identifier ||
        state.kind === TokenKind.Dollar ||
        state.kind === TokenKind.At ||
        state.kind === TokenKind.DocComment),
  );
}

/** ControlSection */
function parseControls(state: ParserState): readonly ControlNode[] {
  const controls: ControlNode[] = [];
  const keys = new Set<string>();
  while (state.at(TokenKind.Dollar)) {
    const control = parseControl(state, keys);
    if (control) controls.push(control);
    if (state.recovering) recoverToLine(state);
    state.skipWhitespace();
  }
  return controls;
}

function parseControl(state: ParserState, keys: Set<string>): ControlNode | undefined {
  const start = state.start;
  state.expect(TokenKind.Dollar);
  const key = parseKey(state, [TokenKind.Identifier, TokenKind.String]);
  if (!key) return undefined;
  state.skipSpaces();
  state.expect(TokenKind.Colon);
  state.skipSpaces();
  const value = parseValue(state);
  const name = key.kind === "string" ? key.value : key.text;
  const range = state.rangeFrom(start);
  if (!state.recovering) applyControl(state, name, value, keys);
  state.expectLineBreak();
  return { kind: "control", key, value, ...range };
}

/**
 * Applies the control statements that affect the parser; the loader handles or ignores the others.
 */
function applyControl(state: ParserState, key: string, value: ValueNode, keys: Set<string>): void {
  const { start, end } = value;
  if (keys.has(key)) state.report(syntaxMessages.duplicateControl, { key }, value);
  keys.add(key);
  const found = state.file.text.slice(start, end);
  if (key === "version") {
    if (value.kind !== "string") {
      state.report(syntaxMessages.invalidVersion, { found }, value);
    } else if (/^[12](\.0)?$/.test(value.value)) {
      state.version = `${value.value[0]}.0`;
    } else {
      // The reference points after the value here.
      state.report(
        syntaxMessages.unsupportedVersion,
        { version: value.value },
        { start: end, end },
      );
      state.version = "2.0";
    }
  } else if (key === "operationInputSuffix" || key === "operationOutputSuffix") {
    if (value.kind !== "string") {
      const type =
        value.kind === "keyword" ? (value.value === null ? "null" : "boolean") : value.kind;
      state.report(syntaxMessages.invalidSuffix, { key, found: type }, value);
    }
  }
}

/** MetadataStatement */
function parseMetadata(state: ParserState): MetadataNode {
  const start = state.start;
  state.next();
  state.expectSpaces();
  const missing = { kind: "identifier", text: "", missing: true, start, end: start } as const;
  const key = parseKey(state, [TokenKind.Identifier, TokenKind.String]) ?? missing;
  state.skipSpaces();
  state.expect(TokenKind.Equal);
  state.skipSpaces();
  const value = parseValue(state);
  const range = state.rangeFrom(start);
  state.expectLineBreak();
  return { kind: "metadata", key, value, ...range };
}

/** NamespaceStatement; without one, the rest of the file cannot be read. */
function parseNamespaceStatement(state: ParserState): NamespaceNode | undefined {
  state.skipWhitespace();
  if (state.atEnd) return undefined;
  if (!state.atWord("namespace")) {
    const { found } = state;
    state.report(syntaxMessages.expectedNamespace, { found }, state.range);
    state.recovering = true;
    state.recoverTo(() => state.startsLine && state.lexeme === "namespace");
    if (state.atEnd) return undefined;
  }
  const start = state.start;
  state.next();
  state.expectSpaces();
  const name = parseNamespace(state);
  const range = state.rangeFrom(start);
  state.expectLineBreak();
  if (state.recovering) recoverToLine(state);
  return { kind: "namespace", name, ...range };
}

/** UseStatement */
function parseUse(state: ParserState): UseNode {
  const start = state.start;
  state.next();
  state.expectSpaces();
  const id = parseAbsoluteShapeId(state);
  if (!state.recovering && id.text.includes("$")) {
    state.report(syntaxMessages.useOfMember, {}, id);
  }
  const range = state.rangeFrom(start);
  state.expectLineBreak();
  return { kind: "use", id, ...range };
}
