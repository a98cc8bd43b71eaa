import { CommandLineError } from "./command-line-error.js";
import type { CommandLine } from "./command-line.js";
import type { MockCommand } from "./mock-command.js";

/**
 * Validates the settings of the command line with the schema of the command, and returns its
 * output.
 *
 * @throws CommandLineError that names the wrong setting and the reason
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

/** Parses a number, a list or a boolean that is valid JSON; any other text stays a string. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
