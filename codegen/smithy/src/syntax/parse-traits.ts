import type {
  DocumentationNode,
  ObjectEntryNode,
  ObjectNode,
  TraitNode,
  ValueNode,
} from "./nodes.js";
import {
  checkKey,
  finishObjectEntry,
  keyText,
  keywordOrShapeId,
  parseObjectEntry,
  parseShapeId,
  parseString,
  parseValue,
} from "./parse-values.js";
import type { ParserState } from "./parser-state.js";
import { syntaxMessages } from "./syntax-messages.js";
import { TokenKind } from "./tokens.js";

/** The annotations before a shape or a member. */
export interface Annotations {
  readonly documentation?: DocumentationNode | undefined;
  readonly traits: readonly TraitNode[];
}

/** The order in which the reference lists the tokens that can begin a trait value. */
const traitValueStarts = [
  TokenKind.LeftBrace,
  TokenKind.LeftBracket,
  TokenKind.TextBlock,
  TokenKind.String,
  TokenKind.Number,
  TokenKind.Identifier,
] as const;

/**
 * Parses documentation comments and TraitStatements. Comments after the first trait document
 * nothing. For a member, this function reports them; for a shape, they are reported at the end of
 * the statement.
 */
export function parseAnnotations(state: ParserState, isMember: boolean): Annotations {
  state.skipToDocumentation();
  const documented = state.at(TokenKind.DocComment);
  state.skipWhitespace();
  const documentation = documented ? state.takeDocumentation() : undefined;
  const traits = parseTraits(state);
  if (isMember) state.reportStrayDocumentation();
  return { documentation, traits };
}

/** Returns the start of an annotated item, which is the start of its first annotation. */
export const startOfAnnotated = (annotations: Annotations, start: number): number =>
  annotations.documentation?.start ?? annotations.traits[0]?.start ?? start;

/** Parses `*(Trait [WS])`. */
export function parseTraits(state: ParserState): readonly TraitNode[] {
  const traits: TraitNode[] = [];
  while (state.at(TokenKind.At)) {
    traits.push(parseTrait(state));
    state.skipWhitespace();
  }
  return traits;
}

export function parseTrait(state: ParserState): TraitNode {
  const start = state.start;
  state.expect(TokenKind.At);
  const id = parseShapeId(state);
  if (!state.accept(TokenKind.LeftParen)) {
    return { kind: "trait", id, parentheses: false, ...state.rangeFrom(start) };
  }
  state.skipWhitespace();
  const value = state.at(TokenKind.RightParen) ? undefined : parseTraitValue(state);
  state.skipWhitespace();
  state.expect(TokenKind.RightParen);
  return { kind: "trait", id, parentheses: true, value, ...state.rangeFrom(start) };
}

/**
 * Parses TraitStructure or TraitNode, which differ only in the token after the first word or
 * string.
 */
function parseTraitValue(state: ParserState): ValueNode {
  const start = state.start;
  if (state.at(TokenKind.String)) {
    const string = parseString(state);
    state.skipWhitespace();
    if (!state.at(TokenKind.Colon)) return string;
    return parseStructure(state, finishObjectEntry(state, string, start));
  }
  if (state.at(TokenKind.Identifier)) {
    const id = parseShapeId(state);
    state.skipWhitespace();
    if (state.at(TokenKind.RightParen)) return keywordOrShapeId(id);
    if (/[#$.]/.test(id.text)) {
      state.expect(TokenKind.RightParen);
      return id;
    }
    const key = { kind: "identifier", text: id.text, missing: false, ...rangeOf(id) } as const;
    return parseStructure(state, finishObjectEntry(state, key, start));
  }
  return parseValue(state, traitValueStarts);
}

function parseStructure(state: ParserState, first: ObjectEntryNode): ObjectNode {
  const entries = [first];
  const keys = new Set([keyText(first.key)]);
  state.skipWhitespace();
  while (!state.recovering && state.kind !== TokenKind.RightParen) {
    const entry = parseObjectEntry(state, [TokenKind.Identifier, TokenKind.String]);
    if (entry) {
      entries.push(entry);
      checkKey(state, entry, keys, syntaxMessages.duplicateTraitKey);
    }
    state.skipWhitespace();
  }
  return { kind: "object", entries, braces: false, ...state.rangeFrom(first.start) };
}

const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({
  start,
  end,
});
