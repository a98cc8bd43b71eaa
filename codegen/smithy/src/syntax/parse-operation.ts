import type {
  InlineShapeNode,
  OperationBodyNode,
  OperationPropertyNode,
  ShapeIdListNode,
  ShapeIdNode,
} from "./nodes.js";
import { parseBlock, startOfAnnotated } from "./parse-block.js";
import { parseForResource, parseMembers, parseMixins } from "./parse-members.js";
import { parseAnnotations } from "./parse-traits.js";
import { parseShapeId } from "./parse-values.js";
import type { ParserState } from "./parser-state.js";
import { syntaxMessages } from "./syntax-messages.js";
import { isWhitespace, TokenKind } from "./tokens.js";

/** OperationBody; `operation` is the id for messages. */
export function parseOperationBody(
  state: ParserState,
  operation: string,
): OperationBodyNode | undefined {
  const start = state.start;
  if (state.recovering) return undefined;
  const seen = new Set<string>();
  const properties = parseBlock(state, (annotations, propertyStart) => {
    // Traits are not allowed here: report that the name of a property is expected instead of the
    // first.
    const [trait] = annotations.traits;
    if (trait) {
      const found = { expected: ["RBRACE('}')", "IDENTIFIER"], found: "AT('@')" };
      state.report(syntaxMessages.expected, found, { start: trait.start, end: trait.start + 1 });
    }
    if (annotations.documentation) state.stray(annotations.documentation.text.split("\n"));
    const property = parseProperty(state, operation, propertyStart);
    const { text } = property.name;
    if (seen.has(text)) {
      const args = { property: text, operation };
      state.report(syntaxMessages.duplicateOperationProperty, args, property.name, operation);
    }
    if (text !== "") seen.add(text);
    return property;
  });
  return { kind: "operationBody", properties, ...state.rangeFrom(start) };
}

function parseProperty(
  state: ParserState,
  operation: string,
  start: number,
): OperationPropertyNode {
  const name = state.expectIdentifier();
  state.skipWhitespace();
  const value = parsePropertyValue(state, name.text);
  if (!state.recovering && !["input", "output", "errors"].includes(name.text)) {
    const args = { property: name.text, operation };
    state.report(syntaxMessages.unknownOperationProperty, args, name, operation);
  }
  const range = state.rangeFrom(start);
  const kind = state.kind;
  if (kind !== TokenKind.RightBrace && !state.atEnd && !isWhitespace(kind)) {
    state.failWith(syntaxMessages.expectedWhitespace, { found: state.found });
  }
  return { kind: "operationProperty", name, value, ...range };
}

function parsePropertyValue(
  state: ParserState,
  name: string,
): ShapeIdNode | ShapeIdListNode | InlineShapeNode | undefined {
  if (name !== "errors" && state.at(TokenKind.Walrus)) return parseInlineShape(state);
  if (!state.expect(TokenKind.Colon)) return undefined;
  state.skipWhitespace();
  return name === "errors" ? parseShapeIds(state) : parseShapeId(state);
}

function parseShapeIds(state: ParserState): ShapeIdListNode {
  const start = state.start;
  const ids: ShapeIdNode[] = [];
  state.expect(TokenKind.LeftBracket);
  state.skipWhitespace();
  while (!state.recovering && state.kind !== TokenKind.RightBracket) {
    ids.push(parseShapeId(state));
    state.skipWhitespace();
  }
  state.expect(TokenKind.RightBracket);
  return { kind: "shapeIds", ids, ...state.rangeFrom(start) };
}

/** InlineAggregateShape */
function parseInlineShape(state: ParserState): InlineShapeNode {
  if (!state.isVersion2) {
    const { version } = state;
    state.report(syntaxMessages.inlineNeedsVersion2, { version }, state.range);
  }
  // Documentation of the property is accepted without a warning, because authors document the
  // structure there.
  state.dropStrayDocumentation();
  state.expect(TokenKind.Walrus);
  const annotations = parseAnnotations(state);
  const start = startOfAnnotated(annotations, state.start);
  const forResource = parseForResource(state);
  const mixins = parseMixins(state);
  state.skipWhitespace();
  const body = parseMembers(state, "aggregate");
  const { documentation, traits } = annotations;
  const range = state.rangeFrom(start);
  return { kind: "inlineShape", documentation, traits, forResource, mixins, body, ...range };
}
