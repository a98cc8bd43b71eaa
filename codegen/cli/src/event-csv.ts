import { eventMessage } from "@tinsmith/smithy";
import type { Diagnostic } from "@tinsmith/smithy";

/**
 * Prints events as CSV, with the columns of the reference implementation: lines and columns count
 * from 1, and an event without a place has 0.
 */
export function eventsAsCsv(events: readonly Diagnostic[]): string {
  const rows = events.map((event) => {
    const { severity, code, shapeId = "", span, hint = "", suppressionReason = "" } = event;
    const { line, column } = span?.file.positionAt(span.start) ?? { line: 0, column: 0 };
    const head = [severity, code, shapeId, span?.file.path ?? "N/A"].map(cell);
    const tail = [eventMessage(event), hint, suppressionReason].map(cell);
    return [...head, line, column, ...tail].join(",");
  });
  return [columns, ...rows].map((row) => `${row}\n`).join("");
}

const columns = "severity,id,shape,file,line,column,message,hint,suppressionReason";

/** Quotes a cell. Line breaks are escaped, so that each event is one line. */
const cell = (text: string): string =>
  `"${text
    .replaceAll('"', '""')
    .replaceAll("\n", String.raw`\n`)
    .replaceAll("\r", String.raw`\r`)}"`;
