import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile, SourceText } from "../source/source-file.js";
import { parseIdl } from "../syntax/parse.js";
import { createContext } from "./format-context.js";
import { printFile } from "./print-file.js";

/** How `formatIdl` formats. */
export interface FormatIdlOptions {
  /** Columns that a line should not exceed, 120 unless said otherwise. Text is never cut to fit. */
  readonly width?: number | undefined;
}

/** What `formatIdl` gives: the text, or what keeps it from being formatted. */
export interface FormatIdlResult {
  /** The file in canonical form; absent where it has errors. Lines end with `\n`, the last one too. */
  readonly text: string | undefined;
  /** What is wrong with the syntax. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Formats a file of the Smithy IDL in the style of `smithy format`: four spaces, 120 columns, one
 * item a line where they do not fit, a blank line between statements. `use` statements are sorted,
 * and those that nothing needs are dropped, with the comments above them. Comments that start with
 * `///` but document nothing become `//` comments.
 *
 * Formatting twice changes nothing, and the model stays the same. The one exception is a line such
 * as `//////` above a blank line: it is taken for a divider and documents nothing afterwards.
 */
export function formatIdl(
  source: SourceFile | SourceText,
  options: FormatIdlOptions = {},
): FormatIdlResult {
  const tree = parseIdl(source);
  // Warnings are for who validates: formatting puts right what can be put right.
  const diagnostics = tree.diagnostics.filter(({ severity }) => severity === "ERROR");
  if (diagnostics.length > 0) return { text: undefined, diagnostics };
  const text = printFile(tree.root, createContext(tree, options.width ?? 120));
  return { text, diagnostics };
}
