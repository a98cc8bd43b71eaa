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

/** The server of the command. Every `Server` is one. */
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

/** The parts of the command line that concern the creation of the server. */
export interface CommandOptions<Seed, Settings = never> {
  readonly clock: ControllableClock;
  readonly verifySignatures: boolean;
  /** True with `--auth`. */
  readonly auth?: boolean;
  /** The origins of `--cors`. */
  readonly cors?: readonly string[];
  /** The content of the `--seed` file. */
  readonly seed?: Seed;
  /** The location of the state from `--state`: a file or a URL. */
  readonly state?: string;
  /** The settings from `--setting`, as the command's schema returned them. */
  readonly settings?: Settings;
  /** The hosts of `--allow-host`. */
  readonly control?: { readonly allowedHosts: readonly string[] };
}

/** A mock server as a command. */
export interface MockCommand<Seed, Settings = never> {
  /** The name of the command in the usage line. */
  readonly name: string;
  readonly version: string;
  /** The human-readable name of the service. */
  readonly title: string;
  /** Environment variables that direct clients to the server: `AWS_ENDPOINT_URL_...`. */
  readonly environment: readonly string[];
  /**
   * The code that creates a client, by language. `{url}` is replaced with the URL of the server.
   */
  readonly clients?: Readonly<Record<string, string>>;
  /** The schema of a `--seed` file. Without it the command does not accept `--seed`. */
  readonly seed?: StandardSchemaV1<unknown, Seed>;
  /** True if the server can store its state. The command then accepts `--state`. */
  readonly keepsState?: boolean;
  /**
   * The schema of the settings. Without it the command does not accept `--setting`. The schema
   * receives an object. Values that are JSON are parsed; all others are strings.
   */
  readonly settings?: StandardSchemaV1<unknown, Settings>;
  createServer(options: CommandOptions<Seed, Settings>): CommandServer;
  /** Returns additional lines for the start-up banner. */
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
