import { closest } from "../diagnostics/closest.js";
import type { ApplyNode, ObjectNode, ShapeNode, SkippedNode, StatementNode } from "./nodes.js";
import { reportDocumentation, startOfAnnotated, startsStatement } from "./parse-block.js";
import { parseForResource, parseMembers, parseMixins } from "./parse-members.js";
import { parseOperationBody } from "./parse-operation.js";
import { parseAnnotations, parseTrait, parseTraits } from "./parse-traits.js";
import type { Annotations } from "./parse-traits.js";
import { keyText, parseObject, parseShapeId } from "./parse-values.js";
import type { ParserState } from "./parser-state.js";
import { shapeForm, statementWords } from "./shape-types.js";
import type { ShapeForm } from "./shape-types.js";
import { syntaxMessages } from "./syntax-messages.js";
import { TokenKind } from "./tokens.js";

/**
 * ShapeStatements: all statements up to the end of the file, broken ones as far as they can be
 * read.
 */
export function parseStatements(state: ParserState, namespace: string): readonly StatementNode[] {
  const statements: StatementNode[] = [];
  for (;;) {
    const annotations = parseAnnotations(state);
    if (state.atEnd && annotations.traits.length === 0) {
      reportDocumentation(state, annotations);
      return statements;
    }
    const before = state.index;
    const start = startOfAnnotated(annotations, state.start);
    statements.push(parseStatement(state, annotations, start, namespace));
    if (state.recovering) recoverToStatement(state, before);
    else if (state.atEnd) return statements;
  }
}

function recoverToStatement(state: ParserState, before: number): void {
  if (state.index === before) state.next();
  state.recoverTo(
    () =>
      state.startsLine &&
      (startsStatement(state) ||
        state.kind === TokenKind.At ||
        state.kind === TokenKind.DocComment),
  );
}

function parseStatement(
  state: ParserState,
  annotations: Annotations,
  start: number,
  namespace: string,
): StatementNode {
  if (state.recovering) return skipped(state, start);
  if (state.kind !== TokenKind.Identifier) {
    state.fail([TokenKind.Identifier]);
    return skipped(state, start);
  }
  const word = state.lexeme;
  if (word === "apply") {
    if (annotations.traits.length > 0) {
      state.report(syntaxMessages.traitsOnApply, {}, state.range);
    }
    return parseApply(state);
  }
  const form = shapeForm(word);
  if (!form) {
    const near = closest(word, statementWords);
    const hint = near === undefined ? undefined : `Did you mean \`${near}\`?`;
    state.failWith(syntaxMessages.unknownShapeType, { type: word }, hint);
    return skipped(state, start);
  }
  return parseShape(state, form, annotations, start, namespace);
}

const skipped = (state: ParserState, start: number): SkippedNode => ({
  kind: "skipped",
  ...state.rangeFrom(start),
});

function parseShape(
  state: ParserState,
  form: ShapeForm,
  { documentation, traits }: Annotations,
  start: number,
  namespace: string,
): ShapeNode {
  const problems = state.diagnostics.length;
  const type = state.expectIdentifier();
  state.expectSpaces();
  const name = state.expectIdentifier();
  const forResource = form === "aggregate" ? parseForResource(state) : undefined;
  const mixins = parseMixins(state);
  if (form !== "simple") state.skipWhitespace();
  state.shapeId = `${namespace}#${name.text}`;
  const body = parseBody(state, form, state.shapeId);
  if (type.text === "resource" && body?.kind === "object") checkPropertiesAreInVersion(state, body);
  state.shapeId = undefined;
  const range = state.rangeFrom(start);
  const broken = state.recovering || state.diagnostics.length > problems;
  state.expectLineBreak();
  const parts = { documentation, traits, type, name, forResource, mixins, body };
  return { kind: "shape", ...parts, broken, ...range };
}

function parseBody(state: ParserState, form: ShapeForm, id: string) {
  switch (form) {
    case "simple":
      return undefined;
    case "aggregate":
    case "enum":
      return parseMembers(state, form);
    case "entity":
      return state.recovering ? undefined : parseObject(state);
    case "operation":
      return parseOperationBody(state, id);
  }
}

function checkPropertiesAreInVersion(state: ParserState, { entries }: ObjectNode): void {
  if (state.isVersion2 || !entries.some(({ key }) => keyText(key) === "properties")) return;
  // The reference reports this only after the whole body.
  const { version, shapeId } = state;
  state.report(syntaxMessages.propertiesNeedVersion2, { version }, state.range, shapeId);
}

/** ApplyStatement */
function parseApply(state: ParserState): ApplyNode {
  const start = state.start;
  state.next();
  state.expectSpaces();
  const target = parseShapeId(state);
  state.expectWhitespace();
  const braces = state.accept(TokenKind.LeftBrace);
  let traits: ApplyNode["traits"] = [];
  if (braces) {
    state.skipWhitespace();
    traits = parseTraits(state);
    state.expect(TokenKind.RightBrace);
  } else if (state.at(TokenKind.At)) traits = [parseTrait(state)];
  else state.fail([TokenKind.At, TokenKind.LeftBrace]);
  const range = state.rangeFrom(start);
  state.expectLineBreak();
  return { kind: "apply", target, braces, traits, ...range };
}
