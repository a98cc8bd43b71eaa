import { Command, CommanderError, Option } from "commander";
import type { Severity } from "@tinsmith/smithy";

import type { BuildOptions } from "./commands/build.js";
import { exitCodes } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { addGeneratorCommands } from "./generator-commands.js";
import { addModelCommands } from "./model-commands.js";
import { severities } from "./severities.js";
import type { Terminal } from "./terminal.js";
import { version } from "./version.js";

/** Runs a command line; resolves to the exit code and never rejects. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok;
  const program = createProgram(terminal, (result) => {
    code = result;
  });
  try {
    rejectEmptyWords(argv);
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    // Commander has already printed the error; help and version exit with 0.
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    const reason = error instanceof Error ? error.message : String(error);
    terminal.err(`${terminal.colors.red("error")}: ${reason}\n`);
    return exitCodes.usage;
  }
}

/**
 * An empty path would mean this folder, where files would then be written. It usually comes from a
 * shell variable that is not set.
 *
 * @throws Error that names the word before the empty one
 */
function rejectEmptyWords(argv: readonly string[]): void {
  const index = argv.findIndex((word) => word === "" || /^--[\w-]+=$/.test(word));
  if (index < 0) return;
  const place = argv[index] ? `of ${argv[index]}` : `after "${argv[index - 1] ?? "tinsmith"}"`;
  throw new Error(`The value ${place} is empty. Expected a value such as the path of a folder`);
}

function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command("tinsmith")
    .description("Smithy for TypeScript: build and validate models, without a JVM.")
    .version(version())
    .exitOverride()
    .showHelpAfterError("(run tinsmith --help for usage)")
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
      getOutHasColors: () => terminal.colors.isColorSupported,
      getErrHasColors: () => terminal.colors.isColorSupported,
    })
    .addHelpText(
      "after",
      "\nExit codes: 0 success; 1 the model is invalid, --check found a difference, or diff found a breaking change; 2 the command line is invalid, or a file cannot be read.",
    );

  program
    .command("build")
    .summary("generate the targets of smithy-build.json")
    .description(
      "Generates the packages that a smithy-build.json configures. Writes nothing if the model is invalid.",
    )
    .argument("[config]", "smithy-build.json or its folder (default: here, or in model/)")
    .option("--check", "write nothing; fail if a file would change")
    .option("--no-run", "skip the programs and modules that the configuration names")
    .option("--allow-outside", "allow outputs outside of the workspace of the configuration")
    .option("--timing", "show the duration of each stage")
    .addOption(new Option("--watch", "rebuild after every edit, until Ctrl-C").conflicts("check"))
    .action(async (config: string | undefined, options: BuildOptions) => {
      const { build } = await import("./commands/build.js");
      finish(await build(config, options, terminal));
    });

  program
    .command("validate")
    .summary("load and validate a model")
    .description("Loads and validates models; prints the events. Exit code 1 on ERROR or DANGER.")
    .argument("[path...]", "model files and folders (default: the sources of smithy-build.json)")
    .option("--no-run", "skip the modules that the configuration names")
    .option("--json", "print { events: [...] } as JSON")
    .addOption(
      new Option("--severity <severity>", "the lowest severity to show")
        .choices(severities)
        .default("WARNING"),
    )
    .action(
      async (
        paths: string[],
        options: {
          readonly json?: boolean;
          readonly run?: boolean;
          readonly severity: Severity;
        },
      ) => {
        const { validate } = await import("./commands/validate.js");
        finish(await validate(paths, options, terminal));
      },
    );

  addModelCommands(program, terminal, finish);
  addGeneratorCommands(program, terminal, finish);
  return program;
}
