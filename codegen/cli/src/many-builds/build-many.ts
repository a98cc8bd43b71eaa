import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

import type { BuildOptions } from "../build-options.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { duration, plural } from "../summary.js";
import type { Terminal } from "../terminal.js";
import { shared } from "./messages.js";
import type { BuildReport, ThreadData } from "./messages.js";

/** The time in milliseconds that threads have to finish writing after a signal. */
const graceMs = 800;

/**
 * Builds several configurations, on all cores. A failed one does not stop the others, and its
 * problems are printed last.
 */
export async function buildMany(
  configs: readonly string[],
  options: BuildOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const start = performance.now();
  const state = new SharedArrayBuffer(shared.size * Int32Array.BYTES_PER_ELEMENT);
  const data: ThreadData = {
    cwd: terminal.cwd,
    options,
    verbosity: terminal.verbosity,
    colors: terminal.colors.isColorSupported,
    state,
  };
  const reports: BuildReport[] = [];
  const add = (report: BuildReport): void => {
    reports.push(report);
    terminal.note(progressLine(report, `[${reports.length}/${configs.length}]`, terminal));
  };
  const waiting = [...configs].reverse();
  const threads = Math.min(options.jobs ?? availableParallelism(), configs.length);
  const ended = await terminal.guard(async () => {
    const all = Array.from({ length: threads }, () => buildOnThread(data, waiting, add));
    const stopped = whenStopped(terminal, state);
    return Promise.race([Promise.all(all).then(() => true), stopped.then(() => false)]);
  });
  if (!ended) return exitCodes.failed;
  return summarize(configs, reports, performance.now() - start, terminal);
}

/** Builds configurations on one thread, until none is left. */
function buildOnThread(
  data: ThreadData,
  waiting: string[],
  add: (report: BuildReport) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("build-thread.js", import.meta.url), { workerData: data });
    let current: string | undefined;
    const next = (): void => {
      current = waiting.pop();
      if (current === undefined) void worker.terminate().then(() => resolve());
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      else worker.postMessage(current);
    };
    worker.on("message", (report: BuildReport) => {
      add(report);
      next();
    });
    // A fault of the thread itself, such as a lack of memory, fails one configuration.
    worker.on("error", (error) => {
      if (current !== undefined) {
        add({ config: current, code: exitCodes.failed, problems: `${error.message}\n`, notes: "" });
      }
      if (waiting.length === 0) resolve();
      else void buildOnThread(data, waiting, add).then(resolve);
    });
    next();
  });
}

/** Resolves after a signal, as soon as no thread writes. */
async function whenStopped({ stopped }: Terminal, state: SharedArrayBuffer): Promise<void> {
  await new Promise((resolve) => stopped.addEventListener("abort", resolve, { once: true }));
  const numbers = new Int32Array(state);
  Atomics.store(numbers, shared.stopped, 1);
  const deadline = performance.now() + graceMs;
  while (Atomics.load(numbers, shared.guarded) > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function progressLine(
  { config, code, notes }: BuildReport,
  position: string,
  { colors, verbosity }: Terminal,
): string {
  const failed = code === exitCodes.ok ? "" : colors.red("failed");
  const outcome = notes.trimEnd().split("\n").at(-1) ?? "";
  const changes = verbosity === "verbose" ? notes.replace(/[^\n]*\n?$/, "") : "";
  return `${colors.dim(position)} ${config}: ${failed === "" ? outcome : failed}\n${changes}`;
}

function summarize(
  configs: readonly string[],
  reports: readonly BuildReport[],
  took: number,
  terminal: Terminal,
): ExitCode {
  const { bold, green, red, dim } = terminal.colors;
  const order = new Map(configs.map((config, index) => [config, index]));
  const failed = reports
    .filter(({ code }) => code !== exitCodes.ok)
    .sort((a, b) => (order.get(a.config) ?? 0) - (order.get(b.config) ?? 0));
  for (const { config, problems, notes } of failed) {
    terminal.err(`\n${bold(config)}\n${problems}${notes}`);
  }
  const time = dim(`(${duration(took)})`);
  if (failed.length === 0) {
    terminal.note(`${green(`${plural(configs.length, "configuration")} built`)} ${time}\n`);
    return exitCodes.ok;
  }
  const names = failed.map(({ config }) => config).join(", ");
  const count = `${failed.length} of ${plural(configs.length, "configuration")} failed`;
  terminal.err(`${red(count)}: ${names} ${time}\n`);
  return exitCodes.failed;
}
