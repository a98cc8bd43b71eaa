import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";

import type { AstOptions } from "./commands/ast.js";
import type { DiffOptions } from "./commands/diff.js";
import type { ExplainOptions } from "./commands/explain.js";
import type { FormatOptions } from "./commands/format.js";
import type { SelectOptions } from "./commands/select.js";
import { addFormat } from "./build-commands.js";
import { addEventOptions, addUnknownTraits } from "./event-options.js";
import type { ExitCode } from "./exit-codes.js";
import type { LoadingOptions } from "./load-paths.js";
import { shownData } from "./select-data.js";
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

  const migrate = program
    .command("migrate")
    .summary("rewrite Smithy 1.0 as 2.0")
    .description(
      "Rewrites the .smithy files of version 1.0 in files and folders as version 2.0, in place, and keeps comments. " +
        "Pass the whole model, because the changes of a file depend on the others. Writes nothing if the model has errors.",
    )
    .argument("<path...>", "model files and folders");
  addUnknownTraits(migrate).action(async (paths: string[], options: LoadingOptions) => {
    const command = await import("./commands/migrate.js");
    finish(await command.migrate(paths, options, terminal));
  });

  const ast = program
    .command("ast")
    .summary("print the JSON AST of a model")
    .description(
      "Prints the JSON AST of a model. Events go to standard error; exit code 1 on ERROR or DANGER.",
    )
    .argument("<path...>", "model files and folders")
    .option("--flatten", "merge mixins into the shapes that use them, and remove them")
    .option("--include-prelude", "include the shapes of the prelude and of trait libraries");
  addUnknownTraits(ast).action(async (paths: string[], options: AstOptions) => {
    const command = await import("./commands/ast.js");
    finish(await command.ast(paths, options, terminal));
  });

  const select = program
    .command("select")
    .summary("print the shapes that match a selector")
    .description("Prints the sorted ids of the shapes that match a selector, one per line.")
    .argument("<path...>", "model files and folders")
    .requiredOption("--selector <selector>", "a selector, such as 'operation [trait|readonly]'")
    .option("--json", "print a JSON array of strings")
    .option(
      "--show <data>",
      "print a JSON array with an object for each match, which has the listed data, separated by commas: type, file (path:line:column), vars (the variables of the selector)",
      (text) => readList(text, shownData),
    )
    .option(
      "--show-traits <ids>",
      "like --show, with the values of these traits, such as required or smithy.api#required",
      (text) => readList(text),
    );
  addUnknownTraits(select).action(async (paths: string[], options: SelectOptions) => {
    const command = await import("./commands/select.js");
    finish(await command.select(paths, options, terminal));
  });

  program
    .command("explain")
    .summary("explain an event of validate or diff")
    .description(
      "Prints what an event of validate or diff means, a model that causes it, and one that does not. Without an id, lists the ids.",
    )
    .argument("[id]", "the id of an event, as validate prints it: HttpUriConflict")
    .option("--json", "print { id, severity, text, wrong, right } as JSON, with before for changes")
    .action(async (event: string | undefined, options: ExplainOptions) => {
      const { explain } = await import("./commands/explain.js");
      finish(await explain(event, options, terminal));
    });

  const diff = program
    .command("diff")
    .summary("report what a change of a model breaks")
    .description(
      "Compares two versions of a model and prints what changed, from notes to errors. Exit code 1 on ERROR or DANGER.",
    )
    .usage("[options] [old] [new]")
    .argument("[models...]", "the old and the new model, instead of --old and --new")
    .option("--old <model>", "the old model: a path, a git revision, or an installed npm package")
    .option("--new <model>", "the new model (default: the sources of smithy-build.json)")
    .addOption(
      new Option("--markdown", "print a list for a pull request or a change log").conflicts([
        "json",
        "format",
      ]),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  tinsmith diff --old HEAD~1:model --new model\n  tinsmith diff @acme/weather-model model/main.smithy\n",
    );
  addFormat(addEventOptions(diff, "NOTE")).action(
    async (models: string[], options: DiffOptions) => {
      const command = await import("./commands/diff.js");
      finish(await command.diff(models, options, terminal));
    },
  );
}

/** Reads a list that is separated by commas. */
function readList(text: string, allowed?: readonly string[]): readonly string[] {
  const items = text.split(",").map((item) => item.trim());
  const isKnown = (item: string) =>
    allowed === undefined ? item !== "" : allowed.some((each) => each === item);
  if (items.every(isKnown)) return items;
  const expected = allowed === undefined ? "ids of traits" : `one of: ${allowed.join(", ")}`;
  throw new InvalidArgumentError(`Expected ${expected}; several are separated by commas.`);
}
