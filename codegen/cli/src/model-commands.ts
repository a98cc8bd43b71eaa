import { Option } from "commander";
import type { Command } from "commander";

import type { AstOptions } from "./commands/ast.js";
import type { FormatOptions } from "./commands/format.js";
import type { SelectOptions } from "./commands/select.js";
import type { ExitCode } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";

/** Adds the commands that read or rewrite models without a configuration. */
export function addModelCommands(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command("format")
    .summary("format .smithy files")
    .description(
      "Formats the .smithy files in files and folders. Files with syntax errors stay unchanged.",
    )
    .argument("<path...>", "model files and folders")
    .option(
      "--check",
      "write nothing; print the files that would change, and fail if there are any",
    )
    .addOption(
      new Option("--stdout", "print the formatted text instead of writing the files").conflicts(
        "check",
      ),
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
    .option("--flatten", "merge mixins into the shapes that use them, and remove them")
    .action(async (paths: string[], options: AstOptions) => {
      const { ast } = await import("./commands/ast.js");
      finish(await ast(paths, options, terminal));
    });

  program
    .command("select")
    .summary("print the shapes that match a selector")
    .description("Prints the sorted ids of the shapes that match a selector, one per line.")
    .argument("<path...>", "model files and folders")
    .requiredOption("--selector <selector>", "a selector, such as 'operation [trait|readonly]'")
    .option("--json", "print a JSON array of strings")
    .action(async (paths: string[], options: SelectOptions) => {
      const { select } = await import("./commands/select.js");
      finish(await select(paths, options, terminal));
    });
}
