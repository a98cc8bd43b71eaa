import { parseArgs, type ParseArgsConfig } from "node:util";

/** What was asked for on the command line. */
export interface CommandLine {
  readonly port: number;
  readonly host: string;
  readonly seed: string | undefined;
  readonly quiet: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** A command line that cannot be understood; its message says what would be. */
export class CommandLineError extends Error {
  override readonly name = "CommandLineError";
}

/**
 * @param takesSeed - whether the server can be seeded from a file
 * @throws CommandLineError
 */
export const readCommandLine = (args: readonly string[], takesSeed: boolean): CommandLine => {
  const values = parse(args, takesSeed);
  return {
    port: toPort(values.port ?? "0"),
    host: values.host ?? "127.0.0.1",
    seed: values.seed,
    quiet: values.quiet ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  };
};

/** The text of `--help`. */
export const helpText = (name: string, title: string, takesSeed: boolean): string => {
  const rows: (readonly [string, string])[] = [
    ["-p, --port <number>", "port to listen on (default: any free one)"],
    ["    --host <address>", "address to listen on (default: 127.0.0.1, this machine only)"],
    ...(takesSeed
      ? [["-s, --seed <file>", "JSON file with the state to begin with"] as const]
      : []),
    ["-q, --quiet", "no request log"],
    ["-h, --help", "this text"],
    ["-v, --version", "the version"],
  ];
  const width = Math.max(...rows.map(([option]) => option.length));
  const options = rows.map(([option, text]) => `  ${option.padEnd(width)}  ${text}`);
  return [
    `Usage: ${name} [options]`,
    "",
    `A mock server of ${title} for any AWS SDK, in any language.`,
    "",
    "Options:",
    ...options,
    "",
  ].join("\n");
};

const parse = (args: readonly string[], takesSeed: boolean) => {
  try {
    const { values } = parseArgs({ args: [...args], strict: true, options });
    if (values.seed === undefined || takesSeed) return values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandLineError(reason.split(". To specify")[0] ?? reason, { cause: error });
  }
  throw new CommandLineError("This server takes no --seed.");
};

const options = {
  port: { type: "string", short: "p" },
  host: { type: "string" },
  seed: { type: "string", short: "s" },
  quiet: { type: "boolean", short: "q" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const satisfies ParseArgsConfig["options"];

const toPort = (text: string): number => {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new CommandLineError(`--port ${text} is not a port: expected a number from 0 to 65535.`);
};
