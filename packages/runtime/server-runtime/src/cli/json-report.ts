import type { Output } from "./output.js";
import type { Report } from "./report.js";

/**
 * Reports events as JSON on standard output, one per line. The member `event` holds the name of the
 * event. Members without a value are omitted.
 */
export function jsonReport(output: Output): Report {
  const write = (event: string, members: object = {}): void => {
    output.write(`${JSON.stringify({ event, ...members })}\n`);
  };
  return {
    started: (started) =>
      write("started", {
        ...started,
        inspector: `${started.url}/_mock/`,
        health: `${started.url}/_mock/health`,
      }),
    answered: (request) => write("request", request),
    reloaded: (what, path) => write("reloaded", { what, path }),
    recorded: (recording) => write("recording", recording),
    problem: (message) => write("problem", { message }),
    failed: (message, exitCode) => write("failed", { message, exitCode }),
    stopped: () => write("stopped"),
  };
}
