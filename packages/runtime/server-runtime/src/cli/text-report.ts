import { recordingText } from "../replay/recording.js";
import type { Colors, Output } from "./output.js";
import type { LoggedRequest, Report, Started } from "./report.js";

/** Reports events as lines for humans. */
export const textReport = (
  { stdout, stderr }: { readonly stdout: Output; readonly stderr: Output },
  colors: Colors,
  errorColors: Colors,
): Report => ({
  started: (started) => void stdout.write(bannerText(started, colors)),
  answered: (request) => void stdout.write(`${requestLine(request, colors)}\n`),
  reloaded: (what, path) =>
    void stdout.write(
      `${colors.dim(timeOf(new Date().toISOString()))} reloaded the ${what}: ${path}\n`,
    ),
  recorded: (recording) => void stdout.write(`\n${recordingText(recording)}`),
  problem: (message) => void stderr.write(`${errorColors.red(message)}\n`),
  failed: (message, _exitCode, hint) => {
    stderr.write(`${errorColors.red(message)}\n${hint === undefined ? "" : `${hint}\n`}`);
  },
  stopped: () => undefined,
});

function bannerText(started: Started, colors: Colors): string {
  const { title, version, url, environment, clients, clock, settings, notes, warnings } = started;
  const languages = Object.entries(clients);
  const variables = Object.entries(environment);
  const isAws = "AWS_REGION" in environment;
  const width = Math.max(0, ...languages.map(([language]) => language.length));
  const sections = [
    [
      `${colors.bold(title)} ${colors.dim(`mock server ${version}`)}`,
      `listening on ${colors.cyan(url)}`,
      `inspector at ${colors.cyan(`${url}/_mock/`)}`,
      `health at    ${colors.cyan(`${url}/_mock/health`)}`,
      ...(clock ? [`the time is  ${clock.now}${clock.frozen ? ", frozen" : ""}`] : []),
      ...settings,
    ],
    variables.length === 0
      ? []
      : [
          isAws
            ? "To use this server from any current AWS SDK or the AWS CLI:"
            : "To trust its certificate:",
          ...variables.map(([name, value]) => `  export ${name}=${shellWord(value)}`),
        ],
    languages.length === 0
      ? []
      : [
          isAws
            ? "Or in code, with the region and credentials from above:"
            : "To use this server, pass its URL to clients:",
          ...languages.map(
            ([language, code]) => `  ${colors.dim(language.padEnd(width))}  ${code}`,
          ),
        ],
    notes,
    warnings.map((warning) => colors.yellow(`Warning: ${warning}`)),
    [colors.dim("Press Ctrl+C to stop.")],
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${text.join("\n\n")}\n\n`;
}

/** Renders one line: time, tenant, operation, latency, attempt and error. */
function requestLine(request: LoggedRequest, colors: Colors): string {
  const { attempt, broken, error, faults, latencyMs, operation, status, tenant, warnings } =
    request;
  const parts = [
    colors.dim(timeOf(request.time)),
    broken === "reset"
      ? colors.red("---")
      : status < 400
        ? colors.green(String(status))
        : colors.red(String(status)),
    ...(tenant === undefined ? [] : [colors.cyan(oneLine(tenant))]),
    operation ?? oneLine(`${request.method} ${request.path}`),
    colors.dim(`${latencyMs.toFixed(1)} ms`),
    ...(attempt > 1 ? [colors.yellow(`attempt ${attempt}`)] : []),
    ...(error ? [`${colors.red(error.name)} ${oneLine(error.message)}`] : []),
    ...(broken === undefined ? [] : [colors.red(brokenWords[broken])]),
    ...(faults.length === 0 ? [] : [colors.yellow(`faults: ${faults.join(", ")}`)]),
    ...warnings.map((warning) => colors.yellow(`warning: ${oneLine(warning)}`)),
  ];
  return parts.join("  ").trimEnd();
}

const brokenWords = { reset: "connection reset", truncate: "response cut off" } as const;

const timeOf = (instant: string): string => instant.slice(11, 23);

// Text from clients may be part of a message. It must not control the terminal.
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ");

/** Quotes a text as one word for a shell. */
const shellWord = (text: string): string =>
  /^[\w:/.@%+=,[\]-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
