import type { StandardSchemaV1 } from "@standard-schema/spec";

import { CommandLineError, helpText, readCommandLine } from "./cli/command-line.js";
import { bannerText, coloursFor, type Output, requestLog } from "./cli/output.js";
import { readSeedFile, SeedFileError } from "./cli/seed-file.js";
import type { ServerHooks } from "./exchange.js";
import type { ListenOptions } from "./node/listen.js";
import { ListenError } from "./node/listen-error.js";

/** The server behind the command; every `Server` is one. */
export interface CommandServer {
  readonly url: string;
  listen(options: ListenOptions): Promise<unknown>;
  close(): Promise<void>;
  use(hooks: ServerHooks): unknown;
}

/** A mock server as a command. */
export interface MockCommand<Seed> {
  /** The command's name, for the usage line. */
  readonly name: string;
  readonly version: string;
  /** The service's name for people. */
  readonly title: string;
  /** Environment variables that lead clients to the server: `AWS_ENDPOINT_URL_...`. */
  readonly environment: readonly string[];
  /** What a `--seed` file has to hold; without it the command takes none. */
  readonly seed?: StandardSchemaV1<unknown, Seed>;
  createServer(seed: Seed | undefined): CommandServer;
  /** More lines for the start-up banner. */
  notes?(server: CommandServer): readonly string[];
}

/** The process that the command runs in. */
export interface CommandProcess {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  once(signal: "SIGINT" | "SIGTERM", stop: () => void): unknown;
  removeListener(signal: "SIGINT" | "SIGTERM", stop: () => void): unknown;
}

/**
 * Runs a mock server until it is told to stop.
 *
 * @returns the exit code: 0 after SIGINT or SIGTERM, `--help` or `--version`; 1 where the server
 * cannot start (taken port, broken seed file); 2 where the command line is wrong
 */
export const runMockServer = async <Seed = never>(
  command: MockCommand<Seed>,
  process: CommandProcess = globalThis.process,
): Promise<number> => {
  const { stderr } = process;
  try {
    return await run(command, process);
  } catch (error) {
    const colours = coloursFor(stderr, process.env);
    if (error instanceof CommandLineError) {
      stderr.write(`${colours.red(error.message)}\nSee ${command.name} --help.\n`);
      return 2;
    }
    if (error instanceof SeedFileError || error instanceof ListenError) {
      stderr.write(`${colours.red(error.message)}\n`);
      return 1;
    }
    throw error;
  }
};

const run = async <Seed>(command: MockCommand<Seed>, process: CommandProcess): Promise<number> => {
  const { stdout } = process;
  const { name, title, version } = command;
  const line = readCommandLine(process.argv.slice(2), command.seed !== undefined);
  if (line.help) {
    stdout.write(helpText(name, title, command.seed !== undefined));
    return 0;
  }
  if (line.version) {
    stdout.write(`${version}\n`);
    return 0;
  }
  const seed =
    line.seed !== undefined && command.seed
      ? await readSeedFile(line.seed, command.seed)
      : undefined;
  const server = command.createServer(seed);
  const colours = coloursFor(stdout, process.env);
  if (!line.quiet) server.use(requestLog(stdout, colours));
  // The banner tells what there is to warn of.
  await server.listen({ port: line.port, host: line.host, onWarning: () => undefined });
  const { environment } = command;
  const notes = command.notes?.(server) ?? [];
  const { url } = server;
  stdout.write(bannerText({ title, version, url, host: line.host, environment, notes }, colours));
  await stopSignal(process);
  await server.close();
  return 0;
};

const stopSignal = (process: CommandProcess): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      // A second signal then ends the process at once, as it would have without us.
      process.removeListener("SIGINT", stop);
      process.removeListener("SIGTERM", stop);
      resolve();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
