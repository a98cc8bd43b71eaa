import { parseAnnotations } from "./parse-traits.js";
import type { Annotations } from "./parse-traits.js";
import type { ParserState } from "./parser-state.js";
import { isShapeTypeName } from "./shape-types.js";
import { TokenKind } from "./tokens.js";

/**
 * Parses `{ item item }`, each item after its annotations. A broken item ends at the next line that
 * could start another, so that neither its neighbors nor the text after the block are lost.
 */
export function parseBlock<Item>(
  state: ParserState,
  parseItem: (annotations: Annotations, start: number) => Item,
): readonly Item[] {
  const items: Item[] = [];
  state.expect(TokenKind.LeftBrace);
  while (!state.recovering) {
    const before = state.index;
    const annotations = parseAnnotations(state);
    if (annotations.traits.length === 0 && (state.at(TokenKind.RightBrace) || state.atEnd)) {
      reportDocumentation(state, annotations);
      break;
    }
    const start = startOfAnnotated(annotations, state.start);
    items.push(parseItem(annotations, start));
    if (!state.recovering) continue;
    if (state.index === before) state.next();
    if (!recoverToItem(state)) return items;
  }
  state.expect(TokenKind.RightBrace);
  return items;
}

/** Warns about documentation that nothing follows. */
export function reportDocumentation(state: ParserState, { documentation }: Annotations): void {
  if (!documentation) return;
  state.stray(documentation.text.split("\n"));
  state.reportStrayDocumentation(documentation);
}

/** The start of an annotated item: that of its first annotation. */
export const startOfAnnotated = (annotations: Annotations, start: number): number =>
  annotations.documentation?.start ?? annotations.traits[0]?.start ?? start;

/**
 * Skips to the next item or the end of the block. Returns false if the block seems to be
 * unterminated.
 */
function recoverToItem(state: ParserState): boolean {
  let depth = 0;
  let inside = true;
  state.recoverTo(() => {
    if (state.startsLine && startsStatement(state)) {
      inside = false;
      return true;
    }
    const kind = state.kind;
    if (depth === 0 && (kind === TokenKind.RightBrace || (state.startsLine && startsItem(kind)))) {
      return true;
    }
    if (kind === TokenKind.LeftBrace) depth++;
    else if (kind === TokenKind.RightBrace) depth--;
    return false;
  });
  // The missing brace has been reported: the statements continue without another message.
  if (!inside || state.atEnd) state.recovering = true;
  return !state.recovering;
}

const startsItem = (kind: TokenKind): boolean =>
  kind === TokenKind.Identifier ||
  kind === TokenKind.At ||
  kind === TokenKind.Dollar ||
  kind === TokenKind.DocComment;

/** True at `structure Name`, `apply Id` and similar text, which cannot be a member. */
export function startsStatement(state: ParserState): boolean {
  if (state.kind !== TokenKind.Identifier || state.peek(1) !== TokenKind.Space) return false;
  if (state.peek(2) !== TokenKind.Identifier) return false;
  return isShapeTypeName(state.lexeme) || state.lexeme === "apply";
}
