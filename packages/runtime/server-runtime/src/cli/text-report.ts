import { recordingText } from "../replay/recording.js";
import type { Colours, Output } from "./output.js";
import type { LoggedRequest, Report, Started } from "./report.js";

/** What happens, in lines for people. */
export const textReport = (
  { stdout, stderr }: { readonly stdout: Output; readonly stderr: Output },
  colours: Colours,
  errorColours: Colours,
): Report => ({
  started: (started) => void stdout.write(bannerText(started, colours)),
  answered: (request) => void stdout.write(`${requestLine(request, colours)}\n`),
  reloaded: (what, path) =>
    void stdout.write(
      `${colours.dim(timeOf(new Date().toISOString()))} read the ${what} again: ${path}\n`,
    ),
  recorded: (recording) => void stdout.write(`\n${recordingText(recording)}`),
  problem: (message) => void stderr.write(`${errorColours.red(message)}\n`),
  failed: (message, _exitCode, hint) => {
    stderr.write(`${errorColours.red(message)}\n${hint === undefined ? "" : `${hint}\n`}`);
  },
  stopped: () => undefined,
});

const bannerText = (started: Started, colours: Colours): string => {
  const { title, version, url, environment, clients, clock, settings, notes, warnings } = started;
  const languages = Object.entries(clients);
  const width = Math.max(0, ...languages.map(([language]) => language.length));
  const sections = [
    [
      `${colours.bold(title)} ${colours.dim(`mock server ${version}`)}`,
      `listening on ${colours.cyan(url)}`,
      `inspector at ${colours.cyan(`${url}/_mock/`)}`,
      `health at    ${colours.cyan(`${url}/_mock/health`)}`,
      ...(clock ? [`the time is  ${clock.now}${clock.frozen ? ", and stands still" : ""}`] : []),
      ...settings,
    ],
    [
      "Lead any current AWS SDK or the AWS CLI here:",
      ...Object.entries(environment).map(([name, value]) => `  export ${name}=${shellWord(value)}`),
    ],
    languages.length === 0
      ? []
      : [
          "Or in code, with region and credentials from there:",
          ...languages.map(
            ([language, code]) => `  ${colours.dim(language.padEnd(width))}  ${code}`,
          ),
        ],
    notes,
    warnings.map((warning) => colours.yellow(`Warning: ${warning}`)),
    [colours.dim("Ctrl+C stops it.")],
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${text.join("\n\n")}\n\n`;
};

/** One line: when, whose, what, how long, which attempt, and why not. */
const requestLine = (request: LoggedRequest, colours: Colours): string => {
  const { attempt, broken, error, faults, latencyMs, operation, status, tenant, warnings } =
    request;
  const parts = [
    colours.dim(timeOf(request.time)),
    broken === "reset"
      ? colours.red("---")
      : status < 400
        ? colours.green(String(status))
        : colours.red(String(status)),
    ...(tenant === undefined ? [] : [colours.cyan(oneLine(tenant))]),
    operation ?? oneLine(`${request.method} ${request.path}`),
    colours.dim(`${latencyMs.toFixed(1)} ms`),
    ...(attempt > 1 ? [colours.yellow(`attempt ${attempt}`)] : []),
    ...(error ? [`${colours.red(error.name)} ${oneLine(error.message)}`] : []),
    ...(broken === undefined ? [] : [colours.red(brokenWords[broken])]),
    ...(faults.length === 0 ? [] : [colours.yellow(`on purpose: ${faults.join(", ")}`)]),
    ...warnings.map((warning) => colours.yellow(`warning: ${oneLine(warning)}`)),
  ];
  return parts.join("  ").trimEnd();
};

const brokenWords = { reset: "connection reset", truncate: "answer cut off" } as const;

const timeOf = (instant: string): string => instant.slice(11, 23);

// What a client sent may come back in a message: nothing of it may steer the terminal.
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ");

/** As a shell takes it for one word. */
const shellWord = (text: string): string =>
  /^[\w:/.@%+=,[\]-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
