import type { BuildResult } from "@tinsmith/codegen";
import { watch as watchFiles } from "chokidar";

import type { Terminal } from "./terminal.js";

/** The time without events before a build, because an editor's save causes several. */
const quietMs = 5;

/**
 * The watcher ignores changes of a file within 50 ms of the previous one, so the inputs are checked
 * again after a build.
 */
const secondLookMs = 60;

/** Rebuilds. With `secondLook`, prints nothing if nothing changed. */
export type Rebuild = (options: { readonly secondLook: boolean }) => Promise<BuildResult>;

/**
 * Rebuilds whenever an input changes, until the terminal is stopped. Builds never overlap: an edit
 * during a build triggers another one.
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
    // The configuration may name other sources after an edit.
    for (const input of inputs) if (!watched.has(input)) watcher.add(input);
    for (const input of inputs) watched.add(input);
    if (!secondLook && timer === undefined && !terminal.stopped.aborted) {
      schedule(secondLookMs, true);
    }
  };
  watcher.on("all", () => schedule(quietMs, false));

  await new Promise<void>((resolve, reject) => {
    watcher.on("ready", () =>
      terminal.note(terminal.colors.dim("watching for changes; press Ctrl-C to stop\n")),
    );
    watcher.on("error", reject);
    if (terminal.stopped.aborted) resolve();
    terminal.stopped.addEventListener("abort", () => resolve(), { once: true });
  });
  clearTimeout(timer);
  await watcher.close();
  await running;
}
