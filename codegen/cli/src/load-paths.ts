import { resolve } from "node:path";
import { type Diagnostic, formatDiagnostics, isAtLeast, loadModel } from "@tinsmith/smithy";
import { NotTextError, readSources } from "@tinsmith/smithy/node";

import { displayPath } from "./display-path.js";
import type { Terminal } from "./terminal.js";

/**
 * Reads files and folders. Paths are as people read them: relative to where the command runs.
 *
 * @throws Error that says which path cannot be read, or that there is no model in any of them.
 */
export async function readPaths(paths: readonly string[], { cwd }: Terminal) {
  const read = await Promise.all(
    paths.map((path) =>
      readSources([resolve(cwd, path)]).catch((error: unknown) => {
        throw new Error(whyUnreadable(path, error, cwd), { cause: error });
      }),
    ),
  );
  // A file that two of the paths lead to is one file.
  const sources = new Map(read.flat().map(({ path, text }) => [path, text]));
  if (sources.size === 0) {
    throw new Error(`no model in ${paths.join(", ")}: no .smithy file and no JSON AST`);
  }
  return [...sources]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, text]) => ({ path: displayPath(cwd, path), text }));
}

function whyUnreadable(path: string, error: unknown, cwd: string): string {
  if (error instanceof NotTextError) return `${displayPath(cwd, error.path)} is not UTF-8 text`;
  if (!(error instanceof Error)) return String(error);
  const { code, path: inner = path }: NodeJS.ErrnoException = error;
  const shown = displayPath(cwd, resolve(cwd, inner));
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return `There is no file or folder ${shown}`;
    case "EACCES":
    case "EPERM":
      return `${shown} may not be read`;
    case "ELOOP":
      return `${shown} is a link that leads in circles`;
    default:
      return `${shown} cannot be read: ${error.message}`;
  }
}

/** Loads the model in files and folders. */
export const loadPaths = async (paths: readonly string[], terminal: Terminal) =>
  loadModel(await readPaths(paths, terminal));

/** True where the events say that the model must not be used. */
export const haveFailed = (events: readonly Diagnostic[]): boolean =>
  events.some(({ severity }) => isAtLeast(severity, "DANGER"));

/** Writes events to standard error, warnings and graver. */
export function reportEvents(events: readonly Diagnostic[], terminal: Terminal): void {
  const shown = events.filter(({ severity }) => isAtLeast(severity, "WARNING"));
  const text = formatDiagnostics(shown, { color: terminal.colors.isColorSupported });
  if (text !== "") terminal.err(`${text}\n`);
}
