import { resolve } from "node:path";
import { replaceFile } from "@tinsmith/codegen/project";
import { haveFailed, migrateSources } from "@tinsmith/smithy";

import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { readPaths, reportEvents } from "../load-paths.js";
import type { LoadingOptions } from "../load-paths.js";
import { plural } from "../summary.js";
import type { Terminal } from "../terminal.js";

/**
 * Rewrites the IDL 1.0 files in files and folders as 2.0. Writes nothing if the model is invalid,
 * before or after.
 */
export async function migrate(
  paths: readonly string[],
  { allowUnknownTraits = false }: LoadingOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const sources = await readPaths(paths, terminal);
  const { changed, diagnostics } = migrateSources(sources, { allowUnknownTraits });
  if (haveFailed(diagnostics)) {
    reportEvents(diagnostics, terminal);
    terminal.err(`${terminal.colors.bold("nothing was written")}\n`);
    return exitCodes.failed;
  }
  // Guarded, because a model that is only partly migrated may not load.
  await terminal.guard(async () => {
    for (const { path, text } of changed) {
      await replaceFile(resolve(terminal.cwd, path), text);
      terminal.note(`migrate ${path}\n`);
    }
  });
  terminal.note(`${changed.length} of ${plural(sources.length, "file")} migrated\n`);
  return exitCodes.ok;
}
