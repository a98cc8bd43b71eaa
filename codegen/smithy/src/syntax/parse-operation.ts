import type {
  InlineShapeNode,
  OperationBodyNode,
  OperationPropertyNode,
  ShapeIdListNode,
  ShapeIdNode,
} from "./nodes.js";
import { parseForResource, parseMembers, parseMixins } from "./parse-members.js";
import { parseAnnotations, startOfAnnotated } from "./parse-traits.js";
import { parseShapeId } from "./parse-values.js";
import type { ParserState } from "./parser-state.js";
import { syntaxMessages } from "./syntax-messages.js";
import { TokenKind } from "./tokens.js";

/** Parses OperationBody; `operation` is the id for messages. */
export function parseOperationBody(
  state: ParserState,
  operation: string,
): OperationBodyNode | undefined {
  const start = state.start;
  if (state.recovering) return undefined;
  const seen = new Set<string>();
  const properties: OperationPropertyNode[] = [];
  state.expect(TokenKind.LeftBrace);
  state.skipWhitespace();
  while (!state.recovering && !state.atEnd && state.kind !== TokenKind.RightBrace) {
    properties.push(parseProperty(state, operation, seen));
    state.skipWhitespace();
  }
  state.expect(TokenKind.RightBrace);
  return { kind: "operationBody", properties, ...state.rangeFrom(start) };
}

function parseProperty(
  state: ParserState,
  operation: string,
  seen: Set<string>,
): OperationPropertyNode {
  const { start, range } = state;
  const name = state.expectIdentifier();
  const property = name.text;
  const args = { property, operation };
  const place = { shapeId: operation };
  if (seen.has(property))
    state.failAt(syntaxMessages.duplicateOperationProperty, args, range, place);
  seen.add(property);
  state.skipWhitespace();
  if (!["input", "output", "errors"].includes(property))
    state.failAt(syntaxMessages.unknownOperationProperty, args, state.range, place);
  const value = parsePropertyValue(state, property);
  const node = state.rangeFrom(start);
  state.expectWhitespace();
  return { kind: "operationProperty", name, value, ...node };
}

function parsePropertyValue(
  state: ParserState,
  name: string,
): ShapeIdNode | ShapeIdListNode | InlineShapeNode | undefined {
  if (name !== "errors" && state.at(TokenKind.Walrus)) return parseInlineShape(state);
  if (!state.at(TokenKind.Colon)) {
    state.fail(name === "errors" ? [TokenKind.Colon] : [TokenKind.Colon, TokenKind.Walrus]);
    return undefined;
  }
  state.next();
  state.skipWhitespace();
  return name === "errors" ? parseShapeIds(state) : parseShapeId(state);
}

function parseShapeIds(state: ParserState): ShapeIdListNode {
  const start = state.start;
  const ids: ShapeIdNode[] = [];
  state.expect(TokenKind.LeftBracket);
  state.skipWhitespace();
  while (!state.recovering && !state.atEnd && state.kind !== TokenKind.RightBracket) {
    ids.push(parseShapeId(state));
    state.skipWhitespace();
  }
  state.expect(TokenKind.RightBracket);
  return { kind: "shapeIds", ids, ...state.rangeFrom(start) };
}

/** Parses InlineAggregateShape. */
function parseInlineShape(state: ParserState): InlineShapeNode {
  state.expect(TokenKind.Walrus);
  if (!state.isVersion2) {
    const { version } = state;
    const place = { shapeId: state.shapeId ?? "" };
    state.failAt(syntaxMessages.inlineNeedsVersion2, { version }, state.range, place);
  }
  // Documentation of the property is accepted without a warning: people put the documentation of
  // the structure there.
  state.takeDocumentation();
  const annotations = parseAnnotations(state, true);
  const start = startOfAnnotated(annotations, state.start);
  const forResource = parseForResource(state);
  const mixins = parseMixins(state);
  state.skipWhitespace();
  const body = parseMembers(state, "aggregate");
  const { documentation, traits } = annotations;
  const parts = { documentation, traits, forResource, mixins, body } as const;
  return { kind: "inlineShape", ...parts, broken: state.recovering, ...state.rangeFrom(start) };
}
