import type { ShapeId } from "../model/model.js";
import type { Span } from "../source/source-file.js";

/** Severities of Smithy validation events, mildest first. */
export type Severity = "SUPPRESSED" | "NOTE" | "WARNING" | "DANGER" | "ERROR";

/** What is wrong, where, and what to do about it. Built only by the typed registry of messages. */
export interface Diagnostic {
  /** The event id, as the reference implementation names it: `Model`, `TraitValue`, `HttpUri.Conflict`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly shapeId?: ShapeId | undefined;
  readonly span?: Span | undefined;
  /** Other places that belong to the same problem, each with a word on why. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[] | undefined;
  readonly hint?: string | undefined;
  /** Why the event is suppressed, when it is. */
  readonly suppressionReason?: string | undefined;
}
