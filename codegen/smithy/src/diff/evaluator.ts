import { defineMessage } from "../diagnostics/define-message.js";
import type { DiagnosticPlace } from "../diagnostics/define-message.js";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import type { Differences } from "./differences.js";

/** Reports the differences between two models under one aspect. */
export interface Evaluator {
  /** The event id, or the first part of the event ids, that the evaluator reports. */
  readonly name: string;
  /**
   * @param differences - the differences to report
   * @param evaluate - runs all evaluators on other differences
   */
  readonly evaluate: (
    differences: Differences,
    evaluate: (differences: Differences) => readonly Diagnostic[],
  ) => Iterable<Diagnostic>;
}

/** Creates an event. Its id often contains the name of what changed. */
export const event = (
  severity: Severity,
  code: string,
  message: string,
  place: DiagnosticPlace,
): Diagnostic => defineMessage({ severity, code, text: () => message })(undefined, place);
