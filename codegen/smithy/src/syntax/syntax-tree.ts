import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source/source-file.js";
import type { FileNode } from "./nodes.js";
import type { Tokens } from "./tokens.js";

/**
 * The result of {@link parseIdl}: every token of the text, the nodes over them, and the
 * diagnostics. Always complete, even for text with errors.
 */
export interface SyntaxTree {
  readonly file: SourceFile;
  readonly tokens: Tokens;
  readonly root: FileNode;
  readonly diagnostics: readonly Diagnostic[];
}
