import { resolve } from "node:path";
import { loadModel } from "@tinsmith/smithy";
import type { Diagnostic } from "@tinsmith/smithy";
import { NotTextError, readSources } from "@tinsmith/smithy/node";

import { displayPath } from "./display-path.js";
import { eventText } from "./event-text.js";
import type { Terminal } from "./terminal.js";
import { visibleEvents } from "./visible-events.js";

/** Options of commands that load models. */
export interface LoadingOptions {
  /** Accepts traits without a definition, with a warning. */
  readonly allowUnknownTraits?: boolean;
}

/**
 * Reads files and folders. Paths are relative to the working directory.
 *
 * @throws Error that names the path that cannot be read, or states that no path contains a model
 */
export async function readPaths(paths: readonly string[], { cwd }: Terminal) {
  const read = await Promise.all(
    paths.map((path) =>
      readSources([resolve(cwd, path)]).catch((error: unknown) => {
        throw new Error(describeReadError(path, error, cwd), { cause: error });
      }),
    ),
  );
  // A file that several paths contain is read once.
  const sources = new Map(read.flat().map(({ path, text }) => [path, text]));
  if (sources.size === 0) {
    throw new Error(`No model in ${paths.join(", ")}: no .smithy file and no JSON AST`);
  }
  return [...sources]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, text]) => ({ path: displayPath(cwd, path), text }));
}

function describeReadError(path: string, error: unknown, cwd: string): string {
  if (error instanceof NotTextError) return `${displayPath(cwd, error.path)} is not UTF-8 text`;
  if (!(error instanceof Error)) return String(error);
  const { code, path: inner = path }: NodeJS.ErrnoException = error;
  const shown = displayPath(cwd, resolve(cwd, inner));
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return `File or folder not found: ${shown}`;
    case "EACCES":
    case "EPERM":
      return `Permission to read ${shown} is denied`;
    case "ELOOP":
      return `${shown} is a circular symbolic link`;
    default:
      return `${shown} cannot be read: ${error.message}`;
  }
}

/** Loads the model from files and folders. */
export async function loadPaths(
  paths: readonly string[],
  terminal: Terminal,
  { allowUnknownTraits = false }: LoadingOptions = {},
) {
  return loadModel(await readPaths(paths, terminal), { allowUnknownTraits });
}

/** Writes events of at least the severity WARNING to standard error. */
export function reportEvents(events: readonly Diagnostic[], terminal: Terminal): void {
  terminal.err(eventText(visibleEvents(events, {}, "WARNING", terminal), terminal));
}
