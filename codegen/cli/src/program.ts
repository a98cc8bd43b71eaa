import { Command, CommanderError, Option } from "commander";

import { addBuildCommands } from "./build-commands.js";
import { exitCodes } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { addGeneratorCommands } from "./generator-commands.js";
import { addModelCommands } from "./model-commands.js";
import { reasonOf } from "./reason-of.js";
import type { Terminal, Verbosity } from "./terminal.js";
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
    const reason = await reasonOf(error);
    terminal.err(`${terminal.colors.red("error")}: ${reason}\n`);
    return exitCodes.usage;
  }
}

/**
 * Rejects empty words. An empty path would mean the working directory, and files would be written
 * there. An empty word usually comes from a shell variable that is not set.
 *
 * @throws Error that names the word before the empty one
 */
function rejectEmptyWords(argv: readonly string[]): void {
  const index = argv.findIndex((word) => word === "" || /^--[\w-]+=$/.test(word));
  if (index < 0) return;
  const place = argv[index] ? `of ${argv[index]}` : `after "${argv[index - 1] ?? "tinsmith"}"`;
  throw new Error(`The value ${place} is empty. Expected a value such as the path of a folder`);
}

/** Creates the command line. Commands pass their exit code to `finish`. */
export function createProgram(base: Terminal, finish: (code: ExitCode) => void): Command {
  let verbosity: Verbosity = "normal";
  const terminal: Terminal = {
    ...base,
    note: (text) => verbosity === "quiet" || base.note(text),
    get verbosity() {
      return verbosity;
    },
  };
  const program = new Command("tinsmith")
    .description("Smithy for TypeScript: build and validate models, without a JVM.")
    .version(version())
    .addOption(
      new Option(
        "--quiet",
        "print only results and the problems that make a command fail",
      ).conflicts("verbose"),
    )
    .option("--verbose", "show every event, even if a rule has many, and every file")
    .hook("preAction", (_, command) => {
      const { quiet, verbose } = command.optsWithGlobals();
      verbosity = quiet === true ? "quiet" : verbose === true ? "verbose" : "normal";
    })
    .exitOverride()
    .showHelpAfterError("(run tinsmith --help for usage)")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
      getOutHasColors: () => terminal.colors.isColorSupported,
      getErrHasColors: () => terminal.colors.isColorSupported,
    })
    .addHelpText(
      "after",
      "\nExit codes: 0 success; 1 the model is invalid, --check found a difference, or diff found a breaking change; 2 the command line is invalid, or a file cannot be read; 130 and 143 interrupted.",
    );

  addBuildCommands(program, terminal, finish);
  addModelCommands(program, terminal, finish);
  addGeneratorCommands(program, terminal, finish);
  return program;
}
