import { recordingText } from "../../replay/recording.js";
import type { Recording } from "../../replay/recording.js";
import { ControlProblem, ControlReply } from "../control-route.js";
import { answers } from "../answers.js";
import type { ControlRoute } from "../control-route.js";

/**
 * Reports what is recorded or replayed. Only the process and the command can start a recording:
 * callers over HTTP must not make the server forward requests.
 */
export const recordingRoutes = (current: () => Recording | undefined): readonly ControlRoute[] => [
  {
    method: "GET",
    path: "/recording",
    answer: answers.recording,
    summary:
      "Reports the recording or replay: the folder, the number of calls, and the differences between the service and its model.",
    query: { format: "`text` for humans; otherwise JSON" },
    run: ({ query }) => {
      const recording = current();
      if (!recording) throw new ControlProblem(404, "This server neither records nor replays.");
      const report = recording.report();
      return query["format"] === "text"
        ? new ControlReply(200, recordingText(report), "text/plain; charset=utf-8")
        : report;
    },
  },
];
