import { isIP } from "node:net";
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { readClockSetting } from "./clock-setting.js";
import type { ClockSetting } from "./clock-setting.js";
import { CommandLineError } from "./command-line-error.js";

/** The options that a command supports in addition to the common options. */
export interface CommandAbilities {
  /** True if the server can be seeded from a file. */
  readonly seed: boolean;
  /** True if the server can store its state. */
  readonly state: boolean;
  /** True if the service has settings. */
  readonly settings: boolean;
}

/** The parsed command line. */
export interface CommandLine {
  readonly port: number;
  readonly host: string;
  /** Names by which the control API may be called, in addition to the address of the server. */
  readonly allowedHosts: readonly string[];
  /** Names and values, unparsed. */
  readonly settings: readonly (readonly [name: string, value: string])[];
  readonly seed: string | undefined;
  readonly state: string | undefined;
  readonly faults: string | undefined;
  readonly clock: ClockSetting | undefined;
  /** The endpoint that requests are forwarded to, and the folder of the recorded calls. */
  readonly record: { readonly endpoint: string; readonly fixtures: string } | undefined;
  /** True if forwarded requests are signed with credentials from the environment. */
  readonly sign: boolean;
  /** The folder of the recorded calls to replay. */
  readonly replay: { readonly fixtures: string; readonly ignore: readonly string[] } | undefined;
  /** The certificate for TLS. `made` creates a certificate for this run. Undefined without TLS. */
  readonly tls: "made" | { readonly cert: string; readonly key: string } | undefined;
  readonly verifySignatures: boolean;
  /** True when requests without the required credentials are refused. */
  readonly auth: boolean;
  /**
   * The origins of web pages that may call operations. If empty, the origins in the model apply.
   */
  readonly cors: readonly string[];
  readonly json: boolean;
  readonly watch: boolean;
  readonly quiet: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** @throws CommandLineError that states what is allowed */
export function readCommandLine(args: readonly string[], abilities: CommandAbilities): CommandLine {
  const values = parse(args);
  for (const option of ["seed", "state"] as const) {
    if (values[option] !== undefined && !abilities[option]) {
      throw new CommandLineError(`This server does not accept --${option}.`);
    }
  }
  if (values.setting !== undefined && !abilities.settings) {
    throw new CommandLineError("This server does not accept --setting.");
  }
  for (const option of texts) {
    if (values[option]?.trim() === "") {
      throw new CommandLineError(`Missing value of --${option}. Expected ${expected[option]}.`);
    }
  }
  if (values.watch === true && values.seed === undefined && values.faults === undefined) {
    const files = abilities.seed ? "--seed FILE or --faults FILE" : "--faults FILE";
    throw new CommandLineError(`--watch requires ${files}.`);
  }
  return {
    port: toPort(values.port ?? "0"),
    host: values.host ?? "127.0.0.1",
    allowedHosts: (values["allow-host"] ?? []).map(toHostName),
    settings: (values.setting ?? []).map(toSetting),
    seed: values.seed,
    state: values.state,
    faults: values.faults,
    record: toRecord(values),
    sign: values.sign ?? false,
    replay: toReplay(values),
    clock: values.clock === undefined ? undefined : readClockSetting(values.clock),
    tls: toTls(values["tls-cert"], values["tls-key"], values.tls ?? false),
    verifySignatures: values["verify-signatures"] ?? false,
    auth: values.auth ?? false,
    cors: (values.cors ?? []).map(toOrigin),
    json: values.json ?? false,
    watch: values.watch ?? false,
    quiet: values.quiet ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], strict: true, options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandLineError(reason.split(". To specify")[0] ?? reason, { cause: error });
  }
}

const options = {
  port: { type: "string", short: "p" },
  host: { type: "string" },
  "allow-host": { type: "string", multiple: true },
  setting: { type: "string", multiple: true },
  seed: { type: "string", short: "s" },
  state: { type: "string" },
  faults: { type: "string" },
  clock: { type: "string" },
  record: { type: "string" },
  fixtures: { type: "string" },
  sign: { type: "boolean" },
  replay: { type: "string" },
  ignore: { type: "string", multiple: true },
  tls: { type: "boolean" },
  "tls-cert": { type: "string" },
  "tls-key": { type: "string" },
  "verify-signatures": { type: "boolean" },
  auth: { type: "boolean" },
  cors: { type: "string", multiple: true },
  json: { type: "boolean" },
  watch: { type: "boolean", short: "w" },
  quiet: { type: "boolean", short: "q" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const satisfies ParseArgsConfig["options"];

const expected = {
  host: "an address of this machine, such as 127.0.0.1",
  seed: "a JSON file",
  state: "a file, or the URL of a libSQL server",
  faults: "a JSON file",
  record: "the URL of a real endpoint",
  fixtures: "a folder",
  replay: "a folder of recorded calls",
  "tls-cert": "a PEM file",
  "tls-key": "a PEM file",
} as const;

const texts = [
  "host",
  "seed",
  "state",
  "faults",
  "record",
  "fixtures",
  "replay",
  "tls-cert",
  "tls-key",
] as const;

function toReplay({ replay, ignore }: ReturnType<typeof parse>): CommandLine["replay"] {
  if (replay !== undefined) return { fixtures: replay, ignore: ignore ?? [] };
  if (ignore === undefined) return undefined;
  throw new CommandLineError("--ignore requires --replay DIR.");
}

function toRecord({
  record,
  fixtures,
  sign = false,
  replay,
}: ReturnType<typeof parse>): CommandLine["record"] {
  if (record !== undefined && replay !== undefined) {
    throw new CommandLineError("--record and --replay cannot be combined.");
  }
  if (record === undefined && (fixtures !== undefined || sign)) {
    const option = fixtures === undefined ? "--sign" : "--fixtures";
    throw new CommandLineError(`${option} requires --record URL.`);
  }
  if (record === undefined) return undefined;
  if (fixtures === undefined) {
    throw new CommandLineError(
      "--record requires --fixtures DIR, the folder for the recorded calls.",
    );
  }
  return { endpoint: record, fixtures };
}

function toHostName(text: string): string {
  if (/^[\w.-]+$/.test(text) || isIP(text) !== 0) return text;
  throw new CommandLineError(
    `--allow-host ${text} is not the name of a host: expected one such as metering, without scheme and port.`,
  );
}

function toOrigin(text: string): string {
  if (/^(?:\*|null|[a-z][\w+.-]*:\/\/[^\s/?#@]+)$/i.test(text)) return text;
  throw new CommandLineError(
    `--cors ${text} is not an origin: expected one such as http://localhost:5173, without a path, or * for any.`,
  );
}

function toSetting(text: string): readonly [name: string, value: string] {
  const [, name, value] = /^(\w+)=([^]*)$/.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new CommandLineError(`--setting ${text} is not a setting: expected NAME=VALUE.`);
}

function toPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new CommandLineError(`--port ${text} is not a port: expected a number from 0 to 65535.`);
}

function toTls(
  cert: string | undefined,
  key: string | undefined,
  made: boolean,
): CommandLine["tls"] {
  if (cert !== undefined && key !== undefined) return { cert, key };
  if (cert === undefined && key === undefined) return made ? "made" : undefined;
  const [there, missing] = cert === undefined ? ["key", "cert"] : ["cert", "key"];
  throw new CommandLineError(`--tls-${there} requires --tls-${missing} FILE.`);
}
