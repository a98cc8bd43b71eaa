import type { Timing } from "@tinsmith/codegen";

import type { Terminal } from "./terminal.js";

/** Returns the durations of a build: one line for each stage and target, and the total. */
export function timingTable(timings: readonly Timing[], total: number, terminal: Terminal): string {
  const rows = timings.map(({ stage, target, milliseconds, cached }) => ({
    name: target === undefined ? stage : `${stage} ${target}`,
    milliseconds,
    note: cached ? "cached" : "",
  }));
  rows.push({ name: "total", milliseconds: total, note: "" });
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map(({ name, milliseconds, note }) => {
      const time = `${milliseconds.toFixed(1)} ms`.padStart(11);
      return terminal.colors.dim(`  ${name.padEnd(width)} ${time}  ${note}`.trimEnd());
    })
    .join("\n");
}
