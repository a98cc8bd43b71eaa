import { type Command, Option } from "commander";

import type { AstOptions } from "./commands/ast.js";
import type { FormatOptions } from "./commands/format.js";
import type { SelectOptions } from "./commands/select.js";
import type { ExitCode } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";

/** Adds the commands that read models, or rewrite them, without a configuration. */
export function addModelCommands(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command("format")
    .summary("format .smithy files")
    .description(
      "Formats the .smithy files among files and folders. Broken files stay as they are.",
    )
    .argument("<path...>", "model files and folders")
    .option("--check", "write nothing; print the files that would change, and fail")
    .addOption(
      new Option("--stdout", "print the formatted text, leave the files").conflicts("check"),
    )
    .action(async (paths: string[], options: FormatOptions) => {
      const { format } = await import("./commands/format.js");
      finish(await format(paths, options, terminal));
    });

  program
    .command("ast")
    .summary("print the JSON AST of a model")
    .description(
      "Prints the JSON AST of a model. Events go to standard error; exit code 1 on ERROR or DANGER.",
    )
    .argument("<path...>", "model files and folders")
    .option("--flatten", "merge mixins into the shapes that use them, and leave them out")
    .action(async (paths: string[], options: AstOptions) => {
      const { ast } = await import("./commands/ast.js");
      finish(await ast(paths, options, terminal));
    });

  program
    .command("select")
    .summary("print the shapes that a selector yields")
    .description("Prints the ids of the shapes that a selector yields, sorted, one a line.")
    .argument("<path...>", "model files and folders")
    .requiredOption("--selector <selector>", "a selector, such as 'operation [trait|readonly]'")
    .option("--json", "print an array of strings")
    .action(async (paths: string[], options: SelectOptions) => {
      const { select } = await import("./commands/select.js");
      finish(await select(paths, options, terminal));
    });
}
