import type { ShapeId } from "../model/model.js";
import type { Span } from "../source/source-file.js";

/** Severities of Smithy validation events, mildest first. */
export type Severity = "SUPPRESSED" | "NOTE" | "WARNING" | "DANGER" | "ERROR";

/** What is wrong, where, and what to do about it. Built only by the typed registry of messages. */
export interface Diagnostic {
  /** The event id, as the reference implementation names it: `Model`, `TraitValue`, `HttpUri.Conflict`. */
  readonly code: string;
  readonly severity: Severity;
  /** The message alone; {@link eventMessage} adds the place to those of the parser, as the reference does. */
  readonly message: string;
  /** True for what the parser says: its message is about a place in a text, not about a shape. */
  readonly syntax?: boolean | undefined;
  readonly shapeId?: ShapeId | undefined;
  readonly span?: Span | undefined;
  /** Other places that belong to the same problem, each with a word on why. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[] | undefined;
  readonly hint?: string | undefined;
  /** Why the event is suppressed, when it is. */
  readonly suppressionReason?: string | undefined;
}

/** The message as the reference implementation words it: syntax errors start with their place. */
export function eventMessage(diagnostic: Diagnostic): string {
  const { span, message } = diagnostic;
  if (diagnostic.syntax !== true || span === undefined) return message;
  const { line, column } = span.file.positionAt(span.start);
  return `Syntax error at line ${line}, column ${column}: ${message}`;
}
