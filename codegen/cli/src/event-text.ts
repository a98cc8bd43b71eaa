import { formatDiagnostics, isAtLeast } from "@tinsmith/smithy";
import type { Diagnostic } from "@tinsmith/smithy";

import type { Terminal } from "./terminal.js";

/**
 * The number of events of one rule that are shown in full. Errors have to be fixed one by one, so
 * more of them are shown.
 */
const shownOfRule = { failures: 20, others: 3 } as const;

/** The events of one rule and severity. */
interface Group {
  readonly severity: string;
  readonly rule: string;
  shown: number;
  total: number;
}

/**
 * Formats events for people. If a rule has many events, only the first ones are shown, and the
 * others are counted in a table at the end. With `--verbose` all are shown.
 */
export function eventText(events: readonly Diagnostic[], terminal: Terminal): string {
  const groups = new Map<string, Group>();
  const shown = events.filter((event) => {
    const { severity, code } = event;
    const rule = code.split(".")[0] ?? code;
    const key = `${severity} ${rule}`;
    const group = groups.get(key) ?? { severity, rule, shown: 0, total: 0 };
    groups.set(key, group);
    group.total++;
    const limit = isAtLeast(severity, "DANGER") ? shownOfRule.failures : shownOfRule.others;
    const isShown = terminal.verbosity === "verbose" || group.shown < limit;
    if (isShown) group.shown++;
    return isShown;
  });
  const text = formatDiagnostics(shown, { color: terminal.colors.isColorSupported });
  const cut = [...groups.values()].filter((group) => group.shown < group.total);
  return (text === "" ? "" : `${text}\n`) + (cut.length === 0 ? "" : `${table(cut, terminal)}\n`);
}

function table(groups: readonly Group[], { colors }: Terminal): string {
  const hidden = groups.reduce((sum, { total, shown }) => sum + total - shown, 0);
  const count = (number: number) => number.toLocaleString("en-US");
  const rows = [...groups]
    .sort((a, b) => b.total - a.total)
    .map(({ severity, rule, shown, total }) => [severity, rule, count(total), count(shown)]);
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const lines = rows.map(([severity = "", rule = "", total = "", shown = ""]) => {
    const name = `${severity.padEnd(width(0))}  ${rule.padEnd(width(1))}`;
    return `  ${name}  ${colors.bold(total.padStart(width(2)))} ${colors.dim(`(${shown} shown)`)}`;
  });
  return [`${count(hidden)} more; --verbose shows them:`, ...lines, ""].join("\n");
}
