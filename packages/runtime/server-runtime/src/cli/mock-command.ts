import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { OperationDescription } from "@tinsmith/protocols";
import type { ControllableClock } from "../mock/controllable-clock.js";
import type { ControlledTenant } from "../mock/controlled-tenant.js";
import type { ServerHooks } from "../service/server-hooks.js";
import type { ListenOptions } from "../http/node/listen-options.js";
import type { RecordOptions } from "../replay/recorder.js";
import type { Recording } from "../replay/recording.js";
import type { ReplayOptions } from "../replay/replayer.js";
import type { Output } from "./output.js";

/** The server behind the command; every `Server` is one. */
export interface CommandServer {
  readonly url: string;
  readonly operations: readonly OperationDescription[];
  readonly tenantNames: readonly string[];
  tenant(name: string): Pick<ControlledTenant, "faults" | "seed" | "refresh">;
  listen(options: ListenOptions): Promise<unknown>;
  close(): Promise<void>;
  use(hooks: ServerHooks): unknown;
  record(options: RecordOptions): Promise<Recording>;
  replay(options: ReplayOptions): Promise<Recording>;
}

/** What the command line says of the server that is to be made. */
export interface CommandOptions<Seed, Settings = never> {
  readonly clock: ControllableClock;
  readonly verifySignatures: boolean;
  /** The content of the `--seed` file. */
  readonly seed?: Seed;
  /** Where `--state` says that the state is kept: a file or a URL. */
  readonly state?: string;
  /** What `--setting` says, as the command's schema has made it. */
  readonly settings?: Settings;
  /** The hosts of `--allow-host`. */
  readonly control?: { readonly allowedHosts: readonly string[] };
}

/** A mock server as a command. */
export interface MockCommand<Seed, Settings = never> {
  /** The command's name, for the usage line. */
  readonly name: string;
  readonly version: string;
  /** The service's name for people. */
  readonly title: string;
  /** Environment variables that lead clients to the server: `AWS_ENDPOINT_URL_...`. */
  readonly environment: readonly string[];
  /** How a client is made in code, by language; `{url}` stands for the server's. */
  readonly clients?: Readonly<Record<string, string>>;
  /** What a `--seed` file has to hold; without it the command takes none. */
  readonly seed?: StandardSchemaV1<unknown, Seed>;
  /** Whether the server can keep its state: whether the command takes `--state`. */
  readonly keepsState?: boolean;
  /**
   * What the settings may be; without it the command takes none. It is given an object of what the command
   * line has: values that are JSON as what they are, all others as text.
   */
  readonly settings?: StandardSchemaV1<unknown, Settings>;
  createServer(options: CommandOptions<Seed, Settings>): CommandServer;
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
