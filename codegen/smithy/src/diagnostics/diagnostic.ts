import type { ShapeId } from "../model/model.js";
import type { Span } from "../source/source-file.js";

/** Severities of Smithy validation events, least severe first. */
export type Severity = "SUPPRESSED" | "NOTE" | "WARNING" | "DANGER" | "ERROR";

/**
 * A problem in a model: the fault, its place, and how to fix it. Built only by the typed registries
 * of messages.
 */
export interface Diagnostic {
  /** The event id as in the reference implementation: `Model`, `TraitValue`, `HttpUri.Conflict`. */
  readonly code: string;
  readonly severity: Severity;
  /**
   * The message without its place; {@link eventMessage} adds the place to syntax errors, as the
   * reference does.
   */
  readonly message: string;
  /**
   * True for diagnostics of the parser, whose message is about a place in a text and not about a
   * shape.
   */
  readonly syntax?: boolean | undefined;
  readonly shapeId?: ShapeId | undefined;
  readonly span?: Span | undefined;
  /** Other places that belong to the same problem, each with an explanation. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[] | undefined;
  readonly hint?: string | undefined;
  /** The reason given for the suppression of the event. */
  readonly suppressionReason?: string | undefined;
}

/**
 * Returns the message in the wording of the reference implementation: syntax errors begin with
 * their place.
 */
export function eventMessage(diagnostic: Diagnostic): string {
  const { span, message } = diagnostic;
  if (diagnostic.syntax !== true || span === undefined) return message;
  const { line, column } = span.file.positionAt(span.start);
  return `Syntax error at line ${line}, column ${column}: ${message}`;
}
