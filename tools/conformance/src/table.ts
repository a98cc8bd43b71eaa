import type { Score } from "./corpus.js";
import type { Floors } from "./floors.js";

/**
 * Formats the scores as a table. Each corpus has a row with its score, its floor and the condition
 * for a case to pass.
 */
export function formatTable(scores: readonly Score[], floors: Floors): string {
  const rows = scores.map(({ corpus, passed, total, judged }) => [
    corpus,
    String(passed),
    String(total),
    String(floors[corpus] ?? 0),
    judged,
  ]);
  return formatRows(["corpus", "passed", "total", "floor", "a case passes when"], rows);
}

/** Formats rows below a head. Numbers, such as `3` and `3/4`, are aligned to the right. */
export function formatRows(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const isNumber = (column: number) =>
    rows.every((row) => /^(?:\d+(?:\/\d+)?|-)$/.test(row[column] ?? ""));
  const alignments = head.map((_, column) => isNumber(column));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        alignments[column] === true
          ? cell.padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
