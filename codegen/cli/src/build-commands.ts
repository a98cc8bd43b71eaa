import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";

import type { BuildOptions } from "./build-options.js";
import type { ValidateOptions } from "./commands/validate.js";
import { addEventOptions, addUnknownTraits } from "./event-options.js";
import type { ExitCode } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";

/** Adds the commands that read a configuration. */
export function addBuildCommands(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  const build = program
    .command("build")
    .summary("generate the targets of smithy-build.json")
    .description(
      "Generates the packages that a smithy-build.json configures. Writes nothing if the model is invalid: on ERROR or DANGER.",
    )
    .argument(
      "[config...]",
      "smithy-build.json or its folder (default: here, or in model/); several are built on all cores, and one that fails does not stop the others",
    )
    .option("--check", "write nothing; fail if a file would change")
    .option("--projection <name>", "build only this projection")
    .option("--plugin <name>", "build only this plugin, named as in the configuration")
    .option("--no-run", "skip the programs and modules that the configuration names")
    .option("--allow-outside", "allow outputs outside of the workspace of the configuration")
    .option("--no-cache", "do everything again; keep nothing in node_modules/.cache/tinsmith")
    .option("--jobs <number>", "the number of threads for several configurations", readJobs)
    .option("--timing", "show the duration of each stage")
    .addOption(new Option("--watch", "rebuild after every edit, until Ctrl-C").conflicts("check"));
  addEventOptions(addUnknownTraits(build), "WARNING").action(
    async (configs: string[], options: BuildOptions) => {
      finish(await buildAll(configs, options, terminal));
    },
  );

  const validate = program
    .command("validate")
    .summary("load and validate a model")
    .description("Loads and validates models; prints the events. Exit code 1 on ERROR or DANGER.")
    .argument("[path...]", "model files and folders (default: the sources of smithy-build.json)")
    .option("--no-run", "skip the modules that the configuration names")
    .addOption(
      new Option(
        "--explain <id>",
        "print the page about an event instead: the same as tinsmith explain",
      ).conflicts(["severity", "showValidators", "hideValidators"]),
    );
  addFormat(addEventOptions(addUnknownTraits(validate), "WARNING")).action(
    async (paths: string[], options: ValidateOptions) => {
      if (options.explain !== undefined) {
        finish(await explainInstead(options.explain, paths, options, terminal));
        return;
      }
      const command = await import("./commands/validate.js");
      finish(await command.validate(paths, options, terminal));
    },
  );
}

/** Runs `validate --explain`, which reads no model. */
async function explainInstead(
  event: string,
  paths: readonly string[],
  { format }: ValidateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (paths.length > 0)
    throw new Error(`Unexpected argument: ${paths[0]}. --explain takes no paths`);
  if (format === "csv")
    throw new Error('--explain cannot print "csv". Expected one of: text, json');
  const { explain } = await import("./commands/explain.js");
  return explain(event, { json: format === "json" }, terminal);
}

async function buildAll(
  configs: readonly string[],
  options: BuildOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (configs.length > 1) {
    if (options.watch === true) throw new Error("--watch needs a single configuration");
    const { buildMany } = await import("./many-builds/build-many.js");
    return buildMany(configs, options, terminal);
  }
  const { build } = await import("./commands/build.js");
  return build(configs[0], options, terminal);
}

function readJobs(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a number of threads, at least 1.");
}

/** Adds the formats of events. */
export function addFormat(command: Command): Command {
  return command
    .addOption(
      new Option("--format <format>", "the format of the events")
        .choices(["text", "csv", "json"])
        .default("text"),
    )
    .addOption(
      new Option("--json", "print { events: [...] } as JSON: the same as --format json").implies({
        format: "json",
      }),
    );
}
