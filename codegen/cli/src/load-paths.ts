import { resolve } from "node:path";
import { type Diagnostic, formatDiagnostics, isAtLeast, loadModel } from "@tinsmith/smithy";
import { readSources } from "@tinsmith/smithy/node";

import { displayPath } from "./display-path.js";
import type { Terminal } from "./terminal.js";

/** Reads files and folders. Paths are as people read them: relative to where the command runs. */
export async function readPaths(paths: readonly string[], { cwd }: Terminal) {
  const sources = await readSources(paths.map((path) => resolve(cwd, path)));
  return sources.map(({ path, text }) => ({ path: displayPath(cwd, path), text }));
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
