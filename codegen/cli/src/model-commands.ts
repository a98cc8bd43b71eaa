import { Option } from "commander";
import type { Command } from "commander";

import type { AstOptions } from "./commands/ast.js";
import type { DiffOptions } from "./commands/diff.js";
import type { FormatOptions } from "./commands/format.js";
import type { SelectOptions } from "./commands/select.js";
import type { ExitCode } from "./exit-codes.js";
import { severities } from "./severities.js";
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

  program
    .command("diff")
    .summary("report what a change of a model breaks")
    .description(
      "Compares two versions of a model and prints what changed, from notes to errors. Exit code 1 on ERROR or DANGER.",
    )
    .usage("[options] [old] [new]")
    .argument("[models...]", "the old and the new model, instead of --old and --new")
    .option("--old <model>", "the old model: a path, a git revision, or an installed npm package")
    .option("--new <model>", "the new model (default: the sources of smithy-build.json)")
    .addOption(new Option("--json", "print { events: [...] } as JSON").conflicts("markdown"))
    .option("--markdown", "print a list for a pull request or a change log")
    .addOption(
      new Option("--severity <severity>", "the lowest severity to show")
        .choices(severities)
        .default("NOTE"),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  tinsmith diff --old HEAD~1:model --new model\n  tinsmith diff @acme/weather-model model/main.smithy\n",
    )
    .action(async (models: string[], options: DiffOptions) => {
      const { diff } = await import("./commands/diff.js");
      finish(await diff(models, options, terminal));
    });
}
