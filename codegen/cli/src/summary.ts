import type { Diagnostic, Severity } from "@tinsmith/smithy";

import type { Terminal } from "./terminal.js";

const counted: readonly { readonly severity: Severity; readonly word: string }[] = [
  { severity: "ERROR", word: "error" },
  { severity: "DANGER", word: "danger" },
  { severity: "WARNING", word: "warning" },
  { severity: "NOTE", word: "note" },
];

/** Returns `1 error, 2 warnings` in the color of the highest severity, or a green `no problems`. */
export function summarize(diagnostics: readonly Diagnostic[], terminal: Terminal): string {
  const { red, yellow, blue, green } = terminal.colors;
  const parts = counted.flatMap(({ severity, word }) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [{ severity, text: plural(count, word) }];
  });
  const gravest = parts[0]?.severity;
  const paint =
    gravest === undefined
      ? green
      : gravest === "WARNING"
        ? yellow
        : gravest === "NOTE"
          ? blue
          : red;
  return paint(parts.length === 0 ? "no problems" : parts.map(({ text }) => text).join(", "));
}

/** Returns `1 file`, `2 files`. */
export const plural = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? "" : "s"}`;

/** Returns `84 ms`, `1.2 s`. */
export const duration = (milliseconds: number): string =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
