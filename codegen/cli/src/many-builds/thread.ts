import { parentPort, workerData } from "node:worker_threads";
import pc from "picocolors";

import { build } from "../commands/build.js";
import { exitCodes } from "../exit-codes.js";
import { reasonOf } from "../reason-of.js";
import type { Terminal } from "../terminal.js";
import { shared } from "./messages.js";
import type { BuildReport, ThreadData } from "./messages.js";

/**
 * A thread of `tinsmith build` with several configurations. It builds each configuration that the
 * main thread sends.
 */
const { cwd, options, verbosity, colors, state } = workerData as ThreadData;
const numbers = new Int32Array(state);

async function report(config: string): Promise<BuildReport> {
  let problems = "";
  let notes = "";
  const terminal: Terminal = {
    out: (text) => void (notes += text),
    err: (text) => void (problems += text),
    note: (text) => void (notes += text),
    verbosity,
    cwd,
    colors: pc.createColors(colors),
    interactive: false,
    stopped: new AbortController().signal,
    guard,
  };
  try {
    return { config, code: await build(config, options, terminal), problems, notes };
  } catch (error) {
    problems += `${terminal.colors.red("error")}: ${await reasonOf(error)}\n`;
    return { config, code: exitCodes.usage, problems, notes };
  }
}

/**
 * Runs work that a signal must not cut off. Signals reach only the main thread, which waits for the
 * guarded work of all threads.
 */
async function guard<Result>(work: () => Promise<Result>): Promise<Result> {
  Atomics.add(numbers, shared.guarded, 1);
  try {
    if (Atomics.load(numbers, shared.stopped) === 1) throw new Error("The build was canceled");
    return await work();
  } finally {
    Atomics.sub(numbers, shared.guarded, 1);
  }
}

parentPort?.on("message", (config: string) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  void report(config).then((sent) => parentPort?.postMessage(sent));
});
