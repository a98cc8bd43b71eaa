import { createColors } from "picocolors";

import type { ServerHooks } from "../exchange.js";

/** Where the command writes to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

type Colours = ReturnType<typeof createColors>;

/** Colours for a terminal that wants them: none in files and pipes, none under `NO_COLOR`. */
export const coloursFor = (
  output: Output,
  environment: Readonly<Record<string, string | undefined>>,
): Colours => {
  const forced = environment["FORCE_COLOR"];
  const wanted =
    forced === undefined || forced === ""
      ? output.isTTY === true && environment["TERM"] !== "dumb"
      : forced !== "0";
  return createColors(wanted && !environment["NO_COLOR"]);
};

/** What a start-up says. */
export interface Banner {
  readonly title: string;
  readonly version: string;
  readonly url: string;
  readonly host: string;
  /** Names of variables that lead clients to the server. */
  readonly environment: readonly string[];
  readonly notes: readonly string[];
}

/** The lines at start-up, with the environment to copy. */
export const bannerText = (banner: Banner, colours: Colours): string => {
  const { title, version, url, environment, notes } = banner;
  const exports = [
    ...environment.map((name) => `${name}=${url}`),
    "AWS_REGION=us-east-1",
    "AWS_ACCESS_KEY_ID=mock",
    "AWS_SECRET_ACCESS_KEY=mock",
  ];
  return [
    `${colours.bold(title)} ${colours.dim(`mock server ${version}`)}`,
    `listening on ${colours.cyan(url)}`,
    "",
    "Lead an AWS SDK or the AWS CLI here:",
    ...exports.map((line) => `  export ${line}`),
    ...(notes.length > 0 ? ["", ...notes] : []),
    ...(isLoopback(banner.host)
      ? []
      : [
          "",
          colours.yellow(
            `Warning: ${banner.host} is reachable from other machines, and nobody is asked for a password.`,
          ),
        ]),
    "",
    colours.dim("Ctrl+C stops it."),
    "",
    "",
  ].join("\n");
};

/** One line for each answered request: when, what, how long, and why not. */
export const requestLog = (output: Output, colours: Colours): ServerHooks => ({
  onResponse: (exchange, { statusCode }) => {
    const { elapsedMs, error, operation, receivedAt, request } = exchange;
    const what = operation || `${request.method} ${oneLine(request.path)}`;
    const status = statusCode < 400 ? colours.green(statusCode) : colours.red(statusCode);
    const why = error ? `  ${colours.red(error.code)} ${oneLine(error.message ?? "")}` : "";
    const line = `${status} ${what} ${colours.dim(`${elapsedMs.toFixed(1)} ms`)}${why}`;
    output.write(`${colours.dim(receivedAt.toISOString().slice(11, 23))} ${line}\n`);
  },
});

// What a client sent may come back in a message: nothing of it may steer the terminal.
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, " ");

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host.startsWith("127.");
