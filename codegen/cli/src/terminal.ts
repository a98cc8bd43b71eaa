import pc from "picocolors";

import { exitCodes } from "./exit-codes.js";

/** Where a command writes, and where it runs. Tests pass their own. */
export interface Terminal {
  /** What the command was asked for: events of `validate`, JSON, help. */
  out(text: string): void;
  /** What happens on the way: progress, diagnostics of a build. */
  err(text: string): void;
  readonly cwd: string;
  readonly colors: ReturnType<typeof pc.createColors>;
  /** Whether standard error is a terminal that progress may rewrite. */
  readonly interactive: boolean;
  /** Aborted when the user asks the command to stop. */
  readonly stopped: AbortSignal;
}

/** The terminal of this process: colours only on a TTY, unless `FORCE_COLOR` or `NO_COLOR` say otherwise. */
export function processTerminal(): Terminal {
  const controller = new AbortController();
  const stop = (code: number) => () => {
    controller.abort();
    // What does not end by itself is ended.
    setTimeout(() => process.exit(code), 5000).unref();
  };
  process.once("SIGINT", stop(130));
  process.once("SIGTERM", stop(143));
  // A reader that closes the pipe early (`| head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.stderr.write(`error: standard output cannot be written: ${error.message}\n`);
    process.exit(exitCodes.usage);
  });
  process.stderr.on("error", () => undefined);
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
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
