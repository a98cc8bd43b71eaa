import { CommandLineError } from "./command-line-error.js";
import type { CommandLine } from "./command-line.js";
import type { MockCommand } from "./mock-command.js";

/**
 * The settings of the command line, as the command wants them.
 *
 * @throws CommandLineError that says which of them is wrong, and why
 */
export async function readSettings<Seed, Settings>(
  { settings: schema }: Pick<MockCommand<Seed, Settings>, "settings">,
  { settings }: Pick<CommandLine, "settings">,
): Promise<Settings | undefined> {
  if (!schema || settings.length === 0) return undefined;
  const given = Object.fromEntries(settings.map(([name, text]) => [name, valueOf(text)]));
  const result = await schema["~standard"].validate(given);
  if (!result.issues) return result.value;
  const problems = result.issues.map(({ message, path = [] }) => {
    const [first] = path;
    const name = typeof first === "object" ? first.key : first;
    return name === undefined ? message : `--setting ${String(name)}: ${message}`;
  });
  throw new CommandLineError(problems.join("\n"));
}

/** A number, a list or a truth value where it is written as one in JSON, else the text itself. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
