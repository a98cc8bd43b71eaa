import { CommandLineError } from "./command-line-error.js";
import { readCommandLine } from "./command-line.js";
import { helpText } from "./help-text.js";
import { FileError } from "../json/json-file.js";
import { jsonReport } from "./json-report.js";
import type { CommandProcess, MockCommand } from "./mock-command.js";
import { colorsFor, outliveReader } from "./output.js";
import { serve } from "./serve.js";
import { textReport } from "./text-report.js";
import { ListenError } from "../http/node/listen-error.js";
import { StateError } from "../state/change-log.js";
import * as v from "valibot";
import { checkArgument } from "../checks/check.js";
import { callable, flag, fullText, recordOf, text, texts } from "../checks/expected.js";

/**
 * Runs a mock server until it is stopped.
 *
 * @returns the exit code: 0 after SIGINT or SIGTERM, `--help` or `--version`; 1 if the server
 *   cannot start (port in use, invalid file); 2 if the command line is invalid
 */
export async function runMockServer<Seed = never, Settings = never>(
  command: MockCommand<Seed, Settings>,
  process: CommandProcess = globalThis.process,
): Promise<number> {
  checkArgument(commandSchema, command, "command of runMockServer()");
  const args = process.argv.slice(2);
  outliveReader(process.stdout);
  outliveReader(process.stderr);
  // The flag is read before parsing, so that parsing errors are reported as JSON as well.
  const report = args.includes("--json")
    ? jsonReport(process.stdout)
    : textReport(
        process,
        colorsFor(process.stdout, process.env),
        colorsFor(process.stderr, process.env),
      );
  try {
    const abilities = {
      seed: command.seed !== undefined,
      state: command.keepsState ?? false,
      settings: command.settings !== undefined,
    };
    const line = readCommandLine(args, abilities);
    if (line.help) process.stdout.write(helpText(command.name, command.title, abilities));
    else if (line.version) process.stdout.write(`${command.version}\n`);
    else await serve(command, line, report, process);
    return 0;
  } catch (error) {
    if (error instanceof CommandLineError) {
      report.failed(error.message, 2, `See ${command.name} --help.`);
      return 2;
    }
    if (isExpected(error)) {
      report.failed(error.message, 1);
      return 1;
    }
    throw error;
  }
}

const commandSchema = v.looseObject(
  {
    name: fullText,
    version: text,
    title: text,
    environment: texts,
    clients: v.optional(recordOf(text)),
    keepsState: v.optional(flag),
    createServer: callable,
    notes: v.optional(callable),
  },
  "Expected an object.",
);

const isExpected = (error: unknown): error is Error =>
  error instanceof FileError || error instanceof ListenError || error instanceof StateError;
