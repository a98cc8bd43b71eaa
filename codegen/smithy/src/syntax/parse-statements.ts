import { closest } from "../diagnostics/closest.js";
import type { ApplyNode, ObjectNode, ShapeNode, StatementNode } from "./nodes.js";
import { parseForResource, parseMembers, parseMixins } from "./parse-members.js";
import { parseOperationBody } from "./parse-operation.js";
import { parseAnnotations, parseTrait, parseTraits, startOfAnnotated } from "./parse-traits.js";
import type { Annotations } from "./parse-traits.js";
import { keyText, parseObject, parseShapeId } from "./parse-values.js";
import type { ParserState } from "./parser-state.js";
import { shapeForm, statementWords } from "./shape-types.js";
import type { ShapeForm } from "./shape-types.js";
import { syntaxMessages } from "./syntax-messages.js";
import { TokenKind } from "./tokens.js";

/**
 * Parses ShapeStatements: all statements up to the end of the file. An error ends a statement; the
 * parts before the error are kept.
 */
export function parseStatements(
  state: ParserState,
  namespace: string,
  imports: Imports,
): readonly StatementNode[] {
  const statements: StatementNode[] = [];
  // Documentation in front of the first statement was read while looking for `use` statements.
  let first = state.takeDocumentation();
  while (!state.atEnd) {
    const { documentation = first, traits } = parseAnnotations(state, false);
    first = undefined;
    if (state.atEnd && traits.length === 0) {
      state.reportStrayDocumentation(documentation);
      break;
    }
    const annotations = { documentation, traits };
    const start = startOfAnnotated(annotations, state.start);
    statements.push(parseStatement(state, annotations, start, { namespace, imports }));
    if (state.recovering) state.recover();
  }
  return statements;
}

/** The ids of the `use` statements, by name. */
export type Imports = ReadonlyMap<string, string>;

/** The context that determines the meaning of names in a file. */
interface Names {
  readonly namespace: string;
  readonly imports: Imports;
}

function parseStatement(
  state: ParserState,
  annotations: Annotations,
  start: number,
  names: Names,
): StatementNode {
  if (!state.at(TokenKind.Identifier)) {
    state.fail([TokenKind.Identifier]);
    return { kind: "skipped", traits: annotations.traits, ...state.rangeFrom(start) };
  }
  const word = state.lexeme;
  if (word === "apply") {
    if (annotations.traits.length > 0) {
      state.failAt(syntaxMessages.traitsOnApply, {}, state.range);
    }
    return parseApply(state, annotations);
  }
  const form = shapeForm(word);
  if (!form) {
    const near = closest(word, statementWords);
    const hint = near === undefined ? undefined : `Did you mean \`${near}\`?`;
    state.failAt(syntaxMessages.unknownShapeType, { type: word }, state.range, { hint });
    return { kind: "skipped", traits: annotations.traits, ...state.rangeFrom(start) };
  }
  return parseShape(state, form, annotations, start, names);
}

function parseShape(
  state: ParserState,
  form: ShapeForm,
  { documentation, traits }: Annotations,
  start: number,
  { namespace, imports }: Names,
): ShapeNode {
  const type = state.expectIdentifier();
  state.expectSpaces();
  const name = state.expectIdentifier();
  const other = imports.get(name.text);
  if (other !== undefined)
    state.failAt(syntaxMessages.nameConflictsWithUse, { name: name.text, other }, name);
  state.shapeId = `${namespace}#${name.text}`;
  const forResource = form === "aggregate" ? parseForResource(state) : undefined;
  const mixins = parseMixins(state);
  if (form !== "simple") state.skipWhitespace();
  const body = parseBody(state, form, state.shapeId);
  if (type.text === "resource" && body?.kind === "object") checkPropertiesAreInVersion(state, body);
  state.shapeId = undefined;
  const range = state.rangeFrom(start);
  const broken = state.recovering;
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
  const { version } = state;
  const place = { shapeId: state.shapeId ?? "" };
  state.failAt(syntaxMessages.propertiesNeedVersion2, { version }, state.range, place);
}

/** Parses ApplyStatement. */
function parseApply(state: ParserState, annotations: Annotations): ApplyNode {
  const { start } = state;
  if (!state.recovering) state.next();
  state.expectWhitespace();
  const target = parseShapeId(state);
  state.expectWhitespace();
  const braces = state.accept(TokenKind.LeftBrace);
  let traits: ApplyNode["traits"] = annotations.traits;
  if (braces) {
    state.skipWhitespace();
    traits = parseTraits(state);
    state.expect(TokenKind.RightBrace);
  } else if (state.at(TokenKind.At)) traits = [parseTrait(state)];
  else state.fail([TokenKind.At, TokenKind.LeftBrace]);
  const range = state.rangeFrom(start);
  const broken = state.recovering;
  state.expectLineBreak();
  return { kind: "apply", target, braces, traits, broken, ...range };
}
