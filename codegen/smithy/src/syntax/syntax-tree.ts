import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source/source-file.js";
import type { FileNode } from "./nodes.js";
import type { Tokens } from "./tokens.js";

/**
 * What {@link parseIdl} makes of a file: every token of the text, the nodes over them, and what is
 * wrong. Always complete, however broken the text.
 */
export interface SyntaxTree {
  readonly file: SourceFile;
  readonly tokens: Tokens;
  readonly root: FileNode;
  readonly diagnostics: readonly Diagnostic[];
}
