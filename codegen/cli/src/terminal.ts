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
  /**
   * Runs work that a signal must not cut off, such as the writing of files. Everywhere else Ctrl-C
   * and SIGTERM end the process at once.
   */
  guard<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Aborted when the user interrupts guarded work, which should then end. */
  readonly stopped: AbortSignal;
}

/**
 * Returns the terminal of this process, with colors only on a TTY unless `FORCE_COLOR` or
 * `NO_COLOR` override it.
 */
export function processTerminal(): Terminal {
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
    ...handleSignals(),
  };
}

/** The exit codes of a shell for processes that a signal ended. */
const codeOf = { SIGINT: 130, SIGTERM: 143 } as const;
const signals = ["SIGINT", "SIGTERM"] as const;

/** The time in milliseconds that guarded work has to end after a signal. */
const graceMs = 800;

/**
 * Handles signals only while guarded work runs. A handler in JavaScript would run only after a long
 * computation; without a handler, the system ends the process at once.
 */
function handleSignals(): Pick<Terminal, "guard" | "stopped"> {
  const controller = new AbortController();
  let received: number | undefined;
  const stop = (signal: (typeof signals)[number]): void => {
    // The second signal does not wait.
    if (received !== undefined) process.exit(codeOf[signal]);
    received = codeOf[signal];
    controller.abort();
    setTimeout(() => process.exit(received), graceMs).unref();
  };
  // The system ignores signals for the first process of a container unless it handles them.
  if (process.pid === 1) {
    for (const each of signals) process.on(each, () => process.exit(codeOf[each]));
  }
  return {
    stopped: controller.signal,
    async guard(work) {
      for (const each of signals) process.on(each, stop);
      try {
        return await work();
      } finally {
        for (const each of signals) process.off(each, stop);
        if (received !== undefined) process.exit(received);
      }
    },
  };
}

function wantsColors(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0") return true;
  return process.stdout.isTTY === true && process.stderr.isTTY === true && TERM !== "dumb";
}
