import type { DriftFinding } from "./drift.js";

/** A server that records or replays. */
export interface Recording extends AsyncDisposable {
  /** What was done so far, and in which ways the service is not what its model says. */
  report(): RecordingReport;
  /**
   * Ends it: the server answers by itself again.
   *
   * @throws the first error of the file system, where a fixture could not be written
   */
  stop(): Promise<void>;
}

/** What a recording says of itself. */
export interface RecordingReport {
  readonly mode: "record" | "replay";
  /** The folder of the fixtures. */
  readonly fixtures: string;
  /** Where requests are forwarded to, while recording. */
  readonly endpoint?: string;
  /** How many calls were recorded, or answered from fixtures. */
  readonly calls: number;
  /** The files that answered nothing so far, while replaying. */
  readonly unused?: readonly string[];
  /** While replaying, what was found when the fixtures were recorded. */
  readonly drift: readonly DriftFinding[];
}

/** A report for people: a line for each finding. */
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
    ...(unused.length === 0 ? [] : [`Never asked for: ${unused.join(", ")}.`]),
    drift.length === 0
      ? "Nothing was found that the model does not say."
      : "Not as the model says:",
    ...lines,
    "",
  ].join("\n");
}
