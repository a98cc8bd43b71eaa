import type { Score } from "./corpus.js";
import type { Floors } from "./floors.js";

/**
 * Formats the scores as a table: one row per corpus, with its floor and the condition for a case to
 * pass.
 */
export function formatTable(scores: readonly Score[], floors: Floors): string {
  const rows = scores.map(({ corpus, passed, total, judged }) => [
    corpus,
    String(passed),
    String(total),
    String(floors[corpus] ?? 0),
    judged,
  ]);
  const head = ["corpus", "passed", "total", "floor", "a case passes when"];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const isNumber = (column: number) => column >= 1 && column <= 3;
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
