import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile, SourceText } from "../source/source-file.js";
import { parseIdl } from "../syntax/parse.js";
import { createContext } from "./format-context.js";
import { printFile } from "./print-file.js";

/** Options of `formatIdl`. */
export interface FormatIdlOptions {
  /** Columns that a line should not exceed, 120 by default. Text is never cut to fit. */
  readonly width?: number | undefined;
}

/** The result of `formatIdl`: the formatted text, or the diagnostics that prevent formatting. */
export interface FormatIdlResult {
  /**
   * The formatted file; absent if it has syntax errors. Every line ends with `\n`, including the
   * last.
   */
  readonly text: string | undefined;
  /** The syntax errors. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Formats a file of the Smithy IDL in the style of `smithy format`: four spaces, 120 columns, one
 * item per line if they do not fit, a blank line between statements. `use` statements are sorted,
 * and unused ones are removed with the comments above them. Comments that start with `///` but
 * document nothing become `//` comments.
 *
 * Formatting is idempotent and does not change the model, with two exceptions: documentation loses
 * spaces at the ends of its lines, and a line such as `//////` above a blank line is treated as a
 * divider and documents nothing afterwards.
 */
export function formatIdl(
  source: SourceFile | SourceText,
  options: FormatIdlOptions = {},
): FormatIdlResult {
  const tree = parseIdl(source, { anyVersion: true });
  // Only errors prevent formatting. Warnings are reported by validation.
  const diagnostics = tree.diagnostics.filter(({ severity }) => severity === "ERROR");
  if (diagnostics.length > 0) return { text: undefined, diagnostics };
  const text = printFile(tree.root, createContext(tree, options.width ?? 120));
  return { text, diagnostics };
}
