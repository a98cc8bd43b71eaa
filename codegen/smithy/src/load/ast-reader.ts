import { compareText } from "../diagnostics/compare.js";
import type { Message } from "../diagnostics/define-message.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ShapeId } from "../model/model.js";
import { isAbsoluteId } from "../model/shape-id.js";
import type { SourceFile, Span } from "../source/source-file.js";
import { JsonSyntaxError } from "../syntax/json-lexer.js";
import type { NodeRange } from "../syntax/nodes.js";
import { syntaxMessages } from "../syntax/syntax-messages.js";
import type { AstCursor } from "./ast-cursor.js";
import type { Reference } from "./definitions.js";
import { loadMessages } from "./load-messages.js";

/** Thrown to end the reading of a shape or a file. */
class Stop extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.name = "Stop";
    this.diagnostic = diagnostic;
  }
}

/** Reads parts of a JSON AST. A value of the wrong kind ends the reading of the shape or file. */
export class AstReader {
  readonly file: SourceFile;
  readonly diagnostics: Diagnostic[] = [];

  constructor(file: SourceFile) {
    this.file = file;
  }

  /**
   * Reads a part. An error that ends the reading is reported, for the given shape if there is one.
   */
  attempt(read: () => void, shapeId?: ShapeId): void {
    try {
      read();
    } catch (failure) {
      const diagnostic = this.#diagnosticOf(failure);
      this.diagnostics.push(shapeId === undefined ? diagnostic : { ...diagnostic, shapeId });
    }
  }

  #diagnosticOf(failure: unknown): Diagnostic {
    if (failure instanceof Stop) return failure.diagnostic;
    if (!(failure instanceof JsonSyntaxError)) throw failure;
    const { message: problem, offset: start } = failure;
    const end = Math.min(start + 1, this.file.text.length);
    return syntaxMessages.invalidJson({ problem }, { span: this.span({ start, end }) });
  }

  stop<Arguments>(message: Message<Arguments>, args: Arguments, place: NodeRange): never {
    throw new Stop(message(args, { span: this.span(place) }));
  }

  report<Arguments>(
    message: Message<Arguments>,
    args: Arguments,
    place: NodeRange,
    shapeId?: ShapeId,
  ): void {
    this.diagnostics.push(message(args, { span: this.span(place), shapeId }));
  }

  span({ start, end }: NodeRange): Span {
    return { file: this.file, start, end };
  }

  /** Stops with the message `Expected …, but found ….`. */
  wrongNode({ kind, range }: AstCursor, expected: string): never {
    return this.stop(loadMessages.expectedNode, { expected, found: kind }, range);
  }

  /**
   * Enters an object.
   *
   * @param expected - the message for other values, between "Expected" and the kind that was found
   */
  enterObject(cursor: AstCursor, expected: string): void {
    if (cursor.kind !== "object")
      this.stop(loadMessages.expectedPart, { expected, found: cursor.kind }, cursor.range);
    cursor.enter();
  }

  enterArray(cursor: AstCursor): void {
    if (cursor.kind !== "array") this.wrongNode(cursor, "an array");
    cursor.enter();
  }

  string(cursor: AstCursor, name: string): string {
    if (cursor.string !== undefined) return cursor.string;
    const expected = `${name} to be a string, but found`;
    return this.stop(loadMessages.expectedPart, { expected, found: cursor.kind }, cursor.notString);
  }

  /** Returns an id, or stops if it is not an absolute shape id. */
  id(id: string, place: NodeRange): ShapeId {
    if (isAbsoluteId(id)) return id;
    return this.stop(loadMessages.invalidShapeId, { id }, place);
  }

  /** `{ "target": id }` */
  reference(cursor: AstCursor, shapeId: ShapeId): Reference {
    if (cursor.kind !== "object") this.wrongNode(cursor, "object");
    const place = cursor.range;
    const additional: string[] = [];
    let target: ShapeId | undefined;
    cursor.enter();
    for (let key = cursor.nextKey(); key; key = cursor.nextKey()) {
      if (key.text === "target") target = this.#target(cursor);
      else {
        additional.push(key.text);
        cursor.skip();
      }
    }
    this.warnAbout(additional, ["target"], place, shapeId);
    if (target === undefined)
      return this.stop(loadMessages.missingProperty, { name: "target" }, place);
    return { id: target, span: this.span(place) };
  }

  /** The id that is the value of `target`. */
  #target(cursor: AstCursor): ShapeId {
    const id = this.string(cursor, "`target` member");
    return this.id(id, cursor.range);
  }

  /** A member of a shape: `{ "target": id, "traits": {} }`. */
  member(
    cursor: AstCursor,
    id: ShapeId,
    readTraits: () => void,
  ): { readonly target: ShapeId; readonly span: Span } {
    if (cursor.kind !== "object") this.wrongNode(cursor, "object");
    const place = cursor.range;
    const additional: string[] = [];
    let target: ShapeId | undefined;
    cursor.enter();
    for (let key = cursor.nextKey(); key; key = cursor.nextKey()) {
      if (key.text === "target") target = this.#target(cursor);
      else if (key.text === "traits") readTraits();
      else {
        additional.push(key.text);
        cursor.skip();
      }
    }
    this.warnAbout(additional, ["target", "traits"], place, id);
    if (target === undefined)
      return this.stop(loadMessages.missingProperty, { name: "target" }, place);
    return { target, span: this.span(place) };
  }

  /** `[{ "target": id }]` */
  references(cursor: AstCursor, shapeId: ShapeId): readonly Reference[] {
    this.enterArray(cursor);
    const references: Reference[] = [];
    while (cursor.nextItem()) references.push(this.reference(cursor, shapeId));
    return references;
  }

  /** `{ key: { "target": id } }` */
  referenceMap(cursor: AstCursor, shapeId: ShapeId): ReadonlyMap<string, ShapeId> {
    if (cursor.kind !== "object") this.wrongNode(cursor, "an object");
    const map = new Map<string, ShapeId>();
    cursor.enter();
    for (let key = cursor.nextKey(); key; key = cursor.nextKey())
      map.set(key.text, this.reference(cursor, shapeId).id);
    return map;
  }

  /** Warns about unknown properties. `expected` is sorted. */
  warnAbout(
    found: readonly string[],
    expected: readonly string[],
    place: NodeRange,
    shapeId?: ShapeId,
  ): void {
    const additional = [...found].sort(compareText);
    if (additional.length === 0) return;
    this.report(loadMessages.additionalProperties, { expected, additional }, place, shapeId);
  }
}
