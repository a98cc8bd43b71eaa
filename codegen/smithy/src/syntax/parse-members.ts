import type { ForResourceNode, MemberNode, MembersNode, MixinsNode, ShapeIdNode } from "./nodes.js";
import { parseBlock } from "./parse-block.js";
import type { Annotations } from "./parse-traits.js";
import { parseShapeId, parseValue } from "./parse-values.js";
import type { ParserState } from "./parser-state.js";
import { syntaxMessages } from "./syntax-messages.js";
import { TokenKind } from "./tokens.js";

/** ShapeMembers / EnumShapeMembers */
export function parseMembers(
  state: ParserState,
  form: "aggregate" | "enum",
): MembersNode | undefined {
  const start = state.start;
  if (state.recovering) return undefined;
  state.reportStrayDocumentation();
  const names = new Set<string>();
  const members = parseBlock(state, (annotations, memberStart) => {
    const member = parseMember(state, form, annotations, memberStart);
    const { text } = member.name;
    if (text !== "" && names.has(text)) {
      const { shapeId } = state;
      const message =
        form === "enum" ? syntaxMessages.conflictingMember : syntaxMessages.duplicateMember;
      state.report(message, { name: text, shape: shapeId ?? "" }, member.name, shapeId);
    }
    names.add(text);
    return member;
  });
  return { kind: "members", members, ...state.rangeFrom(start) };
}

function parseMember(
  state: ParserState,
  form: "aggregate" | "enum",
  { documentation, traits }: Annotations,
  start: number,
): MemberNode {
  const dollar = state.start;
  const elided = form === "aggregate" && state.accept(TokenKind.Dollar);
  const name = state.expectIdentifier();
  if (elided && !state.isVersion2) {
    state.report(syntaxMessages.elisionNeedsVersion2, {}, { start: dollar, end: name.end });
  }
  const target = form === "aggregate" && !elided ? parseMemberTarget(state) : undefined;
  const end = state.rangeFrom(start).end;
  state.skipSpaces();
  if (!state.at(TokenKind.Equal)) {
    return { kind: "member", documentation, traits, name, elided, target, start, end };
  }
  const value = parseAssignedValue(state, form);
  const range = state.rangeFrom(start);
  state.skipSpaces();
  state.accept(TokenKind.Comma);
  state.expectLineBreak();
  return { kind: "member", documentation, traits, name, elided, target, value, ...range };
}

function parseMemberTarget(state: ParserState): ShapeIdNode {
  // Version 1.0 allows all kinds of whitespace around the colon.
  const skip = () => (state.isVersion2 ? state.skipSpaces() : state.skipWhitespace());
  skip();
  state.expect(TokenKind.Colon);
  skip();
  return parseShapeId(state);
}

function parseAssignedValue(state: ParserState, form: "aggregate" | "enum") {
  if (form === "aggregate" && !state.isVersion2) {
    state.report(syntaxMessages.defaultNeedsVersion2, {}, state.range);
  }
  state.expect(TokenKind.Equal);
  state.skipSpaces();
  return parseValue(state);
}

/** ForResource, after spaces; `undefined` if absent. */
export function parseForResource(state: ParserState): ForResourceNode | undefined {
  state.skipSpaces();
  if (!state.atWord("for")) return undefined;
  const start = state.start;
  if (!state.isVersion2) {
    const { version } = state;
    state.report(syntaxMessages.forResourceNeedsVersion2, { version }, state.range);
  }
  state.next();
  state.expectSpaces();
  const resource = parseShapeId(state);
  return { kind: "forResource", resource, ...state.rangeFrom(start) };
}

/** Mixins, after spaces; `undefined` if absent. */
export function parseMixins(state: ParserState): MixinsNode | undefined {
  state.skipSpaces();
  if (!state.atWord("with")) return undefined;
  const start = state.start;
  if (!state.isVersion2) {
    const { version } = state;
    state.report(syntaxMessages.mixinsNeedVersion2, { version }, state.range);
  }
  state.next();
  state.skipWhitespace();
  state.expect(TokenKind.LeftBracket);
  state.skipWhitespace();
  const ids: ShapeIdNode[] = [];
  do {
    ids.push(parseShapeId(state));
    state.skipWhitespace();
  } while (!state.recovering && state.kind !== TokenKind.RightBracket);
  state.expect(TokenKind.RightBracket);
  return { kind: "mixins", ids, ...state.rangeFrom(start) };
}
