import { printJson, serializeAst, transformModel, validateModel } from "@tinsmith/smithy";

import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { haveFailed, loadPaths, reportEvents } from "../load-paths.js";
import type { LoadingOptions } from "../load-paths.js";
import type { Terminal } from "../terminal.js";

export interface AstOptions extends LoadingOptions {
  /** Merges mixins into the shapes that use them, and removes them. */
  readonly flatten?: boolean;
  /** Includes the shapes of the prelude and of the trait libraries. */
  readonly includePrelude?: boolean;
}

/** Prints the JSON AST of a model, unless the model is invalid. Events go to standard error. */
export async function ast(
  paths: readonly string[],
  options: AstOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { model, diagnostics } = await loadPaths(paths, terminal, options);
  const events = model === undefined ? diagnostics : validateModel(model, { loaded: diagnostics });
  reportEvents(events, terminal);
  if (model === undefined || haveFailed(events)) return exitCodes.failed;
  const transforms = options.flatten === true ? [{ name: "flattenAndRemoveMixins" }] : [];
  const written = serializeAst(transformModel(model, transforms).model, {
    includeLibraries: options.includePrelude === true,
  });
  terminal.out(`${printJson(written, 4)}\n`);
  return exitCodes.ok;
}
