import { eventMessage } from "@tinsmith/smithy";
import type { Diagnostic } from "@tinsmith/smithy";

/** Prints events in machine-readable form: `{ events: [...] }`. */
export const eventsAsJson = (events: readonly Diagnostic[]): string =>
  `${JSON.stringify({ events: events.map(toEvent) }, undefined, 2)}\n`;

/** Returns an event in machine-readable form; lines and columns count from 1. */
function toEvent(diagnostic: Diagnostic): Readonly<Record<string, string | number | null>> {
  const { severity, code, shapeId, span, hint } = diagnostic;
  const place = span?.file.positionAt(span.start);
  return {
    severity,
    id: code,
    shapeId: shapeId ?? null,
    message: eventMessage(diagnostic),
    filename: span?.file.path ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    hint: hint ?? null,
  };
}
