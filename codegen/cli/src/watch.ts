import type { BuildResult } from "@tinsmith/codegen";
import { watch as watchFiles } from "chokidar";

import type { Terminal } from "./terminal.js";

/** How long the disk must be quiet before a build: an editor's save is several events. */
const quietMs = 5;

/**
 * The watcher drops changes of a file that come within 50 ms of the one before (its throttle), so
 * after a build the inputs are looked at once more.
 */
const secondLookMs = 60;

/** Builds again; a second look says nothing where it finds nothing new. */
export type Rebuild = (options: { readonly secondLook: boolean }) => Promise<BuildResult>;

/**
 * Builds again whenever an input changes, until the terminal is told to stop. Runs never overlap:
 * an edit during a build asks for one more.
 */
export async function watch(
  first: BuildResult,
  rebuild: Rebuild,
  terminal: Terminal,
): Promise<void> {
  const watched = new Set(first.inputs);
  const watcher = watchFiles([...watched], {
    ignoreInitial: true,
    ignored: (path) => /[/\\](?:node_modules|\.git)(?:[/\\]|$)/.test(path),
  });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const schedule = (milliseconds: number, secondLook: boolean): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => run(secondLook));
    }, milliseconds);
  };
  const run = async (secondLook: boolean): Promise<void> => {
    timer = undefined;
    const { inputs } = await rebuild({ secondLook });
    // The configuration itself may name other sources now.
    for (const input of inputs) if (!watched.has(input)) watcher.add(input);
    for (const input of inputs) watched.add(input);
    if (!secondLook && timer === undefined && !terminal.stopped.aborted) {
      schedule(secondLookMs, true);
    }
  };
  watcher.on("all", () => schedule(quietMs, false));

  await new Promise<void>((resolve, reject) => {
    watcher.on("ready", () =>
      terminal.err(terminal.colors.dim("watching for edits; Ctrl-C ends\n")),
    );
    watcher.on("error", reject);
    if (terminal.stopped.aborted) resolve();
    terminal.stopped.addEventListener("abort", () => resolve(), { once: true });
  });
  clearTimeout(timer);
  await watcher.close();
  await running;
}
