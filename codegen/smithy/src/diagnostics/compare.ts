import type { Diagnostic, Severity } from "./diagnostic.js";

const ranks: Readonly<Record<Severity, number>> = {
  SUPPRESSED: 0,
  NOTE: 1,
  WARNING: 2,
  DANGER: 3,
  ERROR: 4,
};

/** True when `severity` is as grave as `threshold` or graver. */
export const isAtLeast = (severity: Severity, threshold: Severity): boolean =>
  ranks[severity] >= ranks[threshold];

/** Sorts by file, place, severity (gravest first), then by what is said; equal ones are kept once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  return Object.freeze(
    sorted.filter((one, index) => {
      const previous = sorted[index - 1];
      return previous === undefined || compareDiagnostics(previous, one) !== 0;
    }),
  );
}

/** Text in the order of its code units: the same on every machine, whatever its locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.span?.file.path ?? "", b.span?.file.path ?? "") ||
    (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
    ranks[b.severity] - ranks[a.severity] ||
    compareText(a.code, b.code) ||
    compareText(a.shapeId ?? "", b.shapeId ?? "") ||
    compareText(a.message, b.message)
  );
}
