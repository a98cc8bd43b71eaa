import type { Diagnostic, Severity } from "./diagnostic.js";

const ranks: Readonly<Record<Severity, number>> = {
  SUPPRESSED: 0,
  NOTE: 1,
  WARNING: 2,
  DANGER: 3,
  ERROR: 4,
};

/** True if `severity` is at least as severe as `threshold`. */
export const isAtLeast = (severity: Severity, threshold: Severity): boolean =>
  ranks[severity] >= ranks[threshold];

/** Reports whether there are errors or dangers, so that the model must not be used. */
export const haveFailed = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => isAtLeast(severity, "DANGER"));

/** Sorts by file, place, severity (most severe first), then message. */
export const orderDiagnostics = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  Object.freeze([...diagnostics].sort(compareDiagnostics));

/** Sorts like {@link orderDiagnostics} and removes duplicates. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = orderDiagnostics(diagnostics);
  return Object.freeze(
    sorted.filter((one, index) => {
      const previous = sorted[index - 1];
      return previous === undefined || compareDiagnostics(previous, one) !== 0;
    }),
  );
}

/**
 * Compares texts by code units, so that the order is the same on every machine and in every locale.
 */
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
