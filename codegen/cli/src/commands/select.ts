import { parseSelector } from "@tinsmith/smithy";

import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { haveFailed, loadPaths, reportEvents } from "../load-paths.js";
import type { Terminal } from "../terminal.js";

export interface SelectOptions {
  readonly selector: string;
  /** Prints one array of strings instead of lines. */
  readonly json?: boolean;
}

/**
 * Prints the sorted ids of the shapes that match a selector, including those of the prelude. The
 * model need not be valid, but must load.
 *
 * @throws SelectorSyntaxError if the selector is invalid
 */
export async function select(
  paths: readonly string[],
  options: SelectOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const selector = parseSelector(options.selector);
  const { model, diagnostics } = await loadPaths(paths, terminal);
  if (model === undefined || haveFailed(diagnostics)) {
    reportEvents(diagnostics, terminal);
    return exitCodes.failed;
  }
  const ids = selector
    .select(model)
    .map(({ id }) => id)
    .sort();
  terminal.out(
    options.json === true
      ? `${JSON.stringify(ids, undefined, 2)}\n`
      : ids.map((id) => `${id}\n`).join(""),
  );
  return exitCodes.ok;
}
