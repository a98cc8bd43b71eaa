import type { DriftFinding } from "./drift.js";

/** A running recording or replay. */
export interface Recording extends AsyncDisposable {
  /** Reports the progress, and the differences between the service and its model. */
  report(): RecordingReport;
  /**
   * Ends the recording or replay. The server then responds with its handlers again.
   *
   * @throws the first error of the file system if a fixture could not be written
   */
  stop(): Promise<void>;
}

/** The report of a recording or replay. */
export interface RecordingReport {
  readonly mode: "record" | "replay";
  /** The folder of the fixtures. */
  readonly fixtures: string;
  /** The endpoint that requests are forwarded to, while recording. */
  readonly endpoint?: string;
  /** The number of calls that were recorded or replayed. */
  readonly calls: number;
  /** While replaying: the files of calls that have not been replayed yet. */
  readonly unused?: readonly string[];
  /**
   * The differences from the model. While replaying: the differences that were found when the
   * fixtures were recorded.
   */
  readonly drift: readonly DriftFinding[];
}

/** Renders a report for humans, one line per finding. */
export function recordingText(report: RecordingReport): string {
  const { mode, fixtures, calls, drift, unused = [] } = report;
  const heading =
    mode === "record"
      ? `${calls} ${calls === 1 ? "call" : "calls"} recorded in ${fixtures}`
      : `${calls} ${calls === 1 ? "call" : "calls"} answered from ${fixtures}`;
  const lines = drift.map(({ operation, side, path, detail, kind, count }) => {
    const place = [operation, side].filter((part) => part !== "").join(" ");
    const where = path === "" ? place : `${place} ${path}`;
    return `  ${where}: ${detail} (${kind}${count === 1 ? "" : `, ${count} times`})`;
  });
  return [
    `${heading}.`,
    ...(unused.length === 0 ? [] : [`Unused: ${unused.join(", ")}.`]),
    drift.length === 0 ? "No differences from the model." : "Differences from the model:",
    ...lines,
    "",
  ].join("\n");
}
