import type {
  ForResourceNode,
  MemberNode,
  MembersNode,
  MixinsNode,
  NodeRange,
  ShapeIdNode,
} from "./nodes.js";
import { parseAnnotations, startOfAnnotated } from "./parse-traits.js";
import type { Annotations } from "./parse-traits.js";
import { parseShapeId, parseValue } from "./parse-values.js";
import type { ParserState } from "./parser-state.js";
import { syntaxMessages } from "./syntax-messages.js";
import { TokenKind } from "./tokens.js";

/** Parses ShapeMembers or EnumShapeMembers. */
export function parseMembers(
  state: ParserState,
  form: "aggregate" | "enum",
): MembersNode | undefined {
  const start = state.start;
  if (state.recovering) return undefined;
  if (form === "aggregate") state.reportStrayDocumentation();
  const names = new Set<string>();
  const members: MemberNode[] = [];
  state.expect(TokenKind.LeftBrace);
  state.skipToDocumentation();
  while (!state.recovering && !state.atEnd && state.kind !== TokenKind.RightBrace) {
    const annotations = parseAnnotations(state, true);
    if (form === "aggregate" && isDangling(state, annotations)) break;
    members.push(parseMember(state, form, annotations, names));
    state.skipToDocumentation();
  }
  state.expect(TokenKind.RightBrace);
  return { kind: "members", members, ...state.rangeFrom(start) };
}

/** Warns about documentation before the end of the members. */
function isDangling(state: ParserState, { documentation, traits }: Annotations): boolean {
  if (!documentation || traits.length > 0 || !state.at(TokenKind.RightBrace)) return false;
  state.reportStrayDocumentation(documentation, documentation);
  return true;
}

function parseMember(
  state: ParserState,
  form: "aggregate" | "enum",
  { documentation, traits }: Annotations,
  names: Set<string>,
): MemberNode {
  const start = startOfAnnotated({ documentation, traits }, state.start);
  const elided = form === "aggregate" && state.accept(TokenKind.Dollar);
  const range = state.range;
  const word = state.expectIdentifier();
  checkName(state, form, { name: word.text, range, elided }, names);
  const name = { ...word, missing: state.recovering };
  const target = form === "aggregate" && !elided ? parseMemberTarget(state) : undefined;
  const { end } = state.rangeFrom(start);
  const parts = { kind: "member", documentation, traits, name, elided, target } as const;
  state.skipSpaces();
  if (!state.at(TokenKind.Equal)) return { ...parts, broken: state.recovering, start, end };
  const value = parseAssignedValue(state, form);
  const assigned = state.rangeFrom(start);
  state.skipSpaces();
  state.accept(TokenKind.Comma);
  state.expectLineBreak();
  return { ...parts, value, broken: state.recovering, ...assigned };
}

/** Reports a name that another member has, or that version 1.0 does not allow. */
function checkName(
  state: ParserState,
  form: "aggregate" | "enum",
  { name, range, elided }: { name: string; range: NodeRange; elided: boolean },
  names: Set<string>,
): void {
  const shapeId = state.shapeId ?? "";
  if (names.has(name)) {
    const message =
      form === "enum" ? syntaxMessages.conflictingMember : syntaxMessages.duplicateMember;
    state.failAt(message, { name, shape: shapeId }, range, { shapeId });
  }
  names.add(name);
  if (elided && !state.isVersion2) {
    const place = { shapeId: `${shapeId}$${name}` };
    state.failAt(syntaxMessages.elisionNeedsVersion2, {}, range, place);
  }
}

function parseMemberTarget(state: ParserState): ShapeIdNode {
  state.skipSpaces();
  state.expect(TokenKind.Colon);
  state.skipSpaces();
  return parseShapeId(state);
}

function parseAssignedValue(state: ParserState, form: "aggregate" | "enum") {
  if (form === "aggregate" && !state.isVersion2) {
    state.failAt(syntaxMessages.defaultNeedsVersion2, {}, state.range);
  }
  state.expect(TokenKind.Equal);
  state.skipSpaces();
  return parseValue(state);
}

/** Parses ForResource after spaces; `undefined` if it is absent. */
export function parseForResource(state: ParserState): ForResourceNode | undefined {
  state.skipSpaces();
  if (!state.atWord("for")) return undefined;
  const start = state.start;
  if (!state.isVersion2) {
    const { version } = state;
    const place = { shapeId: state.shapeId ?? "" };
    state.failAt(syntaxMessages.forResourceNeedsVersion2, { version }, state.range, place);
  }
  if (!state.recovering) state.next();
  state.expectSpaces();
  const resource = parseShapeId(state);
  return { kind: "forResource", resource, ...state.rangeFrom(start) };
}

/** Parses Mixins after spaces; `undefined` if they are absent. */
export function parseMixins(state: ParserState): MixinsNode | undefined {
  state.skipSpaces();
  if (!state.atWord("with")) return undefined;
  const start = state.start;
  if (!state.isVersion2) {
    const { version } = state;
    const place = { shapeId: state.shapeId ?? "" };
    state.failAt(syntaxMessages.mixinsNeedVersion2, { version }, state.range, place);
  }
  if (!state.recovering) state.next();
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
