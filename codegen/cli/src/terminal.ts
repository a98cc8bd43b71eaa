import pc from "picocolors";

import { exitCodes } from "./exit-codes.js";

/** `quiet` shows only what makes a command fail; `verbose` shows every event. */
export type Verbosity = "quiet" | "normal" | "verbose";

/** The output streams and the working directory of a command, which tests replace. */
export interface Terminal {
  /** Writes the result of the command: events of `validate`, JSON, help. */
  out(text: string): void;
  /** Writes problems: the diagnostics of a build, the reason of a failure. */
  err(text: string): void;
  /** Writes progress and the outcome to standard error, unless `--quiet` is set. */
  note(text: string): void;
  readonly verbosity: Verbosity;
  readonly cwd: string;
  readonly colors: ReturnType<typeof pc.createColors>;
  /** True if standard error is a terminal, so that progress may rewrite lines. */
  readonly interactive: boolean;
  /** Aborted when the user interrupts the command. */
  readonly stopped: AbortSignal;
}

/**
 * Returns the terminal of this process, with colors only on a TTY unless `FORCE_COLOR` or
 * `NO_COLOR` override it.
 */
export function processTerminal(): Terminal {
  const controller = new AbortController();
  const stop = (code: number) => () => {
    controller.abort();
    // Exit even if something keeps the process alive.
    setTimeout(() => process.exit(code), 5000).unref();
  };
  process.once("SIGINT", stop(130));
  process.once("SIGTERM", stop(143));
  // A reader that closes the pipe early (`| head`) is not an error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.stderr.write(`error: standard output cannot be written: ${error.message}\n`);
    process.exit(exitCodes.usage);
  });
  process.stderr.on("error", () => undefined);
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    note: (text) => void process.stderr.write(text),
    verbosity: "normal",
    cwd: process.cwd(),
    colors: pc.createColors(wantsColors()),
    interactive: process.stderr.isTTY === true,
    stopped: controller.signal,
  };
}

function wantsColors(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0") return true;
  return process.stdout.isTTY === true && process.stderr.isTTY === true && TERM !== "dumb";
}
