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
import {
  describeValue,
  keyText,
  parseAbsoluteShapeId,
  parseKey,
  parseNamespace,
  parseValue,
} from "./parse-values.js";
import { ParserState } from "./parser-state.js";
import { scan } from "./scanner.js";
import { syntaxMessages } from "./syntax-messages.js";
import type { SyntaxTree } from "./syntax-tree.js";
import { TokenKind } from "./tokens.js";

/**
 * Parses a file of the Smithy IDL, version 1.0 or 2.0 (https://smithy.io/2.0/spec/idl.html).
 *
 * Never throws: errors are in `diagnostics`, and the tree contains everything that could be read.
 *
 * @param options - `anyVersion` accepts the syntax of 2.0 in files of 1.0
 */
export function parseIdl(
  source: SourceFile | { readonly path: string; readonly text: string },
  options: { readonly anyVersion?: boolean } = {},
): SyntaxTree {
  const file = "positionAt" in source ? source : createSourceFile(source.path, source.text);
  const state = new ParserState(file, scan(file.text), options.anyVersion === true);
  const root = parseFile(state);
  const diagnostics = Object.freeze(state.diagnostics);
  return Object.freeze({ file, tokens: state.tokens, root, diagnostics });
}

function parseFile(state: ParserState): FileNode {
  state.skipWhitespace();
  const controls = parseControls(state);
  state.skipWhitespace();
  const metadata = parseMetadataSection(state);
  const namespace = parseNamespaceStatement(state);
  const imports = new Map<string, string>();
  const uses = namespace ? parseUses(state, imports) : [];
  const statements =
    namespace && !state.recovering ? parseStatements(state, namespace.name.text, imports) : [];
  const end = state.file.text.length;
  return { kind: "file", controls, metadata, namespace, uses, statements, start: 0, end };
}

/** Parses ControlSection. */
function parseControls(state: ParserState): readonly ControlNode[] {
  const controls: ControlNode[] = [];
  const keys = new Set<string>();
  while (state.at(TokenKind.Dollar)) {
    const control = parseControl(state, keys);
    if (control) controls.push(control);
    if (state.recovering && !state.atEnd) state.recover();
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
  const name = keyText(key);
  if (keys.has(name)) state.failAt(syntaxMessages.duplicateControl, { key: name }, state.range);
  if (!state.recovering) keys.add(name);
  const value = parseValue(state);
  const range = state.rangeFrom(start);
  applyControl(state, name, value);
  const broken = state.recovering;
  state.expectLineBreak();
  return { kind: "control", key, value, broken, ...range };
}

/**
 * Applies the control statements that affect the parser; the loader handles or ignores the others.
 */
function applyControl(state: ParserState, key: string, value: ValueNode): void {
  if (state.recovering) return;
  const isString = value.kind === "string";
  if (key === "version") {
    const { start, end } = value;
    const found = state.file.text.slice(start, end);
    if (!isString) {
      state.failAt(syntaxMessages.invalidVersion, { found }, value);
      state.stop();
    } else if (/^[12](\.0)?$/.test(value.value)) {
      state.version = `${value.value[0]}.0`;
    } else {
      const { value: version } = value;
      state.failAt(syntaxMessages.unsupportedVersion, { version }, state.range);
    }
  } else if (/^operation(?:In|Out)putSuffix$/.test(key) && !isString) {
    state.failAt(syntaxMessages.invalidSuffix, { found: describeValue(value) }, value);
    state.stop();
  }
}

/** Parses MetadataStatements. */
function parseMetadataSection(state: ParserState): readonly MetadataNode[] {
  const nodes: MetadataNode[] = [];
  while (state.atWord("metadata")) {
    nodes.push(parseMetadata(state));
    state.skipWhitespace();
    if (state.recovering && !state.atEnd) state.recover();
  }
  return nodes;
}

/** Parses MetadataStatement. */
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
  const broken = state.recovering;
  state.expectLineBreak();
  return { kind: "metadata", key, value, broken, ...range };
}

/** Parses NamespaceStatement. Without one, the rest of the file cannot be read. */
function parseNamespaceStatement(state: ParserState): NamespaceNode | undefined {
  if (state.recovering || state.atEnd) return undefined;
  if (!state.atWord("namespace")) {
    state.failAt(syntaxMessages.expectedNamespace, { found: state.found }, state.range);
    return undefined;
  }
  const start = state.start;
  state.next();
  state.expectSpaces();
  const name = parseNamespace(state);
  const range = state.rangeFrom(start);
  state.expectLineBreak();
  return state.recovering ? undefined : { kind: "namespace", name, ...range };
}

/** Parses UseStatements. An error ends the file, as in the reference. */
function parseUses(state: ParserState, imports: Map<string, string>): readonly UseNode[] {
  const nodes: UseNode[] = [];
  state.skipWhitespace();
  while (state.atWord("use")) {
    const use = parseUse(state, imports);
    if (use) nodes.push(use);
    state.skipWhitespace();
  }
  return nodes;
}

/** Parses UseStatement. */
function parseUse(state: ParserState, imports: Map<string, string>): UseNode | undefined {
  const start = state.start;
  state.next();
  state.expectSpaces();
  const id = parseAbsoluteShapeId(state);
  const range = state.rangeFrom(start);
  if (state.recovering) return undefined;
  const name = id.text.slice(id.text.indexOf("#") + 1);
  const other = imports.get(name);
  if (name.includes("$")) state.failAt(syntaxMessages.useOfMember, {}, id);
  else if (other !== undefined)
    state.failAt(syntaxMessages.conflictingUse, { id: id.text, other }, id);
  if (state.recovering) return undefined;
  imports.set(name, id.text);
  state.expectLineBreak();
  return { kind: "use", id, ...range };
}
