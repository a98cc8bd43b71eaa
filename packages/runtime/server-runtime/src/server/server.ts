import type { HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import { virtualHosts } from "../http/virtual-hosts.js";
import type { Addressing } from "../http/virtual-hosts.js";
import { createClock } from "../mock/controllable-clock.js";
import type { ControllableClock } from "../mock/controllable-clock.js";
import { ControlApi, isControlPath } from "../control/control-api.js";
import type { Coverage } from "../mock/coverage.js";
import type { ServerHooks } from "../service/server-hooks.js";
import { deliver } from "../service/broken-connection.js";
import type { Answer } from "../service/broken-connection.js";
import type { Faults } from "../mock/faults/faults.js";
import type { Handler, InputOf, OutputOf } from "../service/handler.js";
import { HookChain } from "./hook-chain.js";
import type { JournalEntry } from "../mock/journal-entry.js";
import type { Journal } from "../mock/journal.js";
import type { DeepPartial } from "../mock/matching/deep-partial.js";
import type { ListenOptions } from "../http/node/listen-options.js";
import { startListening } from "../http/node/listen.js";
import type { NodeListener } from "../http/node/listen.js";
import { Operations } from "../service/operations.js";
import type { ServiceDescription } from "../service/operations.js";
import { Pipeline } from "./pipeline.js";
import type { RecordOptions } from "../replay/recorder.js";
import type { Recording } from "../replay/recording.js";
import { Recordings } from "../replay/recordings.js";
import type { ReplayOptions } from "../replay/replayer.js";
import type { Override } from "../mock/override.js";
import type { ServerOptions } from "./server-options.js";
import { streamedOperations } from "./streamed-operations.js";
import type { ReplayBehavior } from "../mock/behavior.js";
import type { Boundary } from "../mock/boundary.js";
import { Tenant } from "../mock/tenant.js";
import type { TenantSetup } from "../mock/tenant.js";
import { defaultTenant, Tenants } from "../mock/tenants.js";
import type { Expectation, Verification } from "../mock/verify.js";
import { checkArgument, checkOptions } from "../checks/check.js";
import { fullText } from "../checks/expected.js";
import { listenSchema } from "../http/node/listen-options-schema.js";
import { hooksSchema, serverSchema } from "./server-options-schema.js";

/**
 * A server of one service. `handle` is the whole of it; `listen` puts it behind `node:http`.
 * Generated packages extend it with their own handlers. What it does for one caller is a
 * {@link Tenant}'s; the server's own `clock`, `on`, `journal` and so on are the default tenant's.
 */
export class Server<Handlers extends object = Record<string, Handler>> {
  readonly #settings: ServiceDescription & ServerOptions<Handlers>;
  readonly #operations: Operations;
  readonly #tenants: Tenants<Tenant<Handlers>>;
  readonly #control: ControlApi | undefined;
  readonly #hooks = new HookChain();
  readonly #pipeline: Pipeline<Handlers>;
  readonly #recordings: Recordings;
  readonly #streamed: ReadonlySet<string>;
  readonly #addressing: Addressing;
  #replay: (() => ReplayBehavior) | undefined;
  #listener: NodeListener | undefined;

  /** @throws TypeError that names each wrong option, its value and what is allowed */
  constructor(settings: ServiceDescription & ServerOptions<Handlers>) {
    checkOptions(serverSchema, settings, "the server");
    this.#settings = settings;
    this.#operations = new Operations(settings);
    for (const [name, handler] of Object.entries(settings.handlers ?? {})) {
      const operation = this.#operations.require(name);
      // The table is keyed by the operation whose schema reads what the handler takes.
      operation.handler = handler as Handler | undefined;
    }
    const clock = settings.clock ?? createClock();
    this.#tenants = new Tenants((name) => this.#createTenant(name, clock), settings.tenants);
    const { control } = settings;
    const allowedHosts = (control !== false && control?.allowedHosts) || [];
    this.#addressing = settings.virtualHosts
      ? virtualHosts(settings.virtualHosts, () => [...allowedHosts, this.#listener?.host])
      : (request) => request;
    if (control !== false) {
      this.#control = new ControlApi(this.#tenants, settings, {
        boundHost: () => this.#listener?.host,
        loadRoutes: async () => {
          const { controlRoutes } = await import("./control-routes.js");
          const own = (control && control.routes) || [];
          return controlRoutes(this.#tenants, settings, () => this.recording, own);
        },
      });
    }
    this.#recordings = new Recordings({
      service: settings,
      allowedHosts,
      boundHost: () => this.#listener?.host,
      use: (hooks) => this.use(hooks),
      play: (replay) => {
        this.#replay = replay;
        for (const tenant of this.#tenants.all()) tenant.replay = replay?.();
      },
    });
    this.#streamed = streamedOperations(settings);
    this.#pipeline = new Pipeline(settings, this.#operations, this.#tenants, this.#hooks);
    if (settings.hooks) this.#hooks.add(settings.hooks);
  }

  /**
   * Answers a request in the same process. Whatever goes wrong becomes an answer, except for the
   * faults of a connection.
   *
   * @throws ConnectionBroken where a fault breaks the connection
   */
  readonly handle = async (request: HttpRequestMessage): Promise<HttpResponseMessage> =>
    deliver(await this.answer(request));

  /** Answers a request; how its connection is to break is part of the answer. Never rejects. */
  readonly answer = (request: HttpRequestMessage): Promise<Answer> => {
    const addressed = this.#addressing(request);
    return this.#control !== undefined && isControlPath(addressed.path)
      ? this.#control.answer(request)
      : this.#pipeline.answer(addressed, request);
  };

  /** Whether the body of a request is handed on as it comes, as `streamBodies` says; for adapters. */
  readonly streamsBody = (request: HttpRequestMessage): boolean => {
    if (this.#streamed.size === 0) return false;
    const addressed = this.#addressing(request);
    if (isControlPath(addressed.path)) return false;
    const name = this.#operations.find(addressed)?.operation.name;
    return name !== undefined && this.#streamed.has(name);
  };

  /**
   * Starts to take requests over HTTP, on the loopback interface and a free port unless told
   * otherwise.
   *
   * @throws ListenError where the port is taken or not allowed, or the host is not this machine's
   */
  async listen(options: ListenOptions = {}): Promise<this> {
    checkOptions(listenSchema, options, "listen()");
    if (this.#listener) throw new Error(`This server is already listening on ${this.url}.`);
    this.#listener = await startListening(this.answer, {
      ...this.#settings,
      ...options,
      ...(this.#streamed.size > 0 && { streamsBody: this.streamsBody }),
      ...(this.#control && { bodyLimitOf: this.#control.bodyLimitOf }),
    });
    return this;
  }

  /** Stops taking requests, lets those under way finish for a moment, and frees the port. */
  async close(): Promise<void> {
    const listener = this.#listener;
    this.#listener = undefined;
    await listener?.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** `http://127.0.0.1:41234`; what `AWS_ENDPOINT_URL` takes. @throws Error unless listening */
  get url(): string {
    return this.#listening().url;
  }

  /** @throws Error unless listening */
  get port(): number {
    return this.#listening().port;
  }

  /** The same as `url`, by the name that the configuration of a client has for it. */
  get endpoint(): string {
    return this.url;
  }

  get listening(): boolean {
    return this.#listener !== undefined;
  }

  /**
   * Those whose requests are signed with that access key, apart from all others. Made when first
   * asked for; until then their requests belong to the default tenant.
   */
  tenant(accessKeyId: string): Tenant<Handlers> {
    checkArgument(fullText, accessKeyId, "access key of tenant()");
    return this.#tenants.get(accessKeyId);
  }

  /** The access keys that are tenants of their own, after `default`. */
  get tenantNames(): readonly string[] {
    return this.#tenants.names();
  }

  /** Forgets a tenant with all that is its own. */
  removeTenant(accessKeyId: string): boolean {
    checkArgument(fullText, accessKeyId, "access key of removeTenant()");
    return this.#tenants.remove(accessKeyId);
  }

  /** What the service can do, as generated code describes it. */
  get operations(): ServiceDescription["operations"] {
    return this.#settings.operations;
  }

  get clock(): ControllableClock {
    return this.#tenants.default.clock;
  }

  get faults(): Faults {
    return this.#tenants.default.faults;
  }

  get journal(): Journal {
    return this.#tenants.default.journal;
  }

  get coverage(): Coverage {
    return this.#tenants.default.coverage;
  }

  /** Overrides an operation while the server runs; see {@link Tenant.on}. */
  on<Operation extends keyof Handlers & string>(
    operation: Operation,
    partialInput?: DeepPartial<InputOf<Handlers, Operation>>,
  ): Override<InputOf<Handlers, Operation>, OutputOf<Handlers, Operation>> {
    return this.#tenants.default.on(operation, partialInput);
  }

  /**
   * Makes sure that an operation was called; see {@link Tenant.verify}.
   *
   * @throws VerificationError that says which requests came nearest
   */
  verify<Operation extends keyof Handlers & string>(
    operation: Operation,
    partialInput?: DeepPartial<InputOf<Handlers, Operation>>,
    expectation?: Expectation,
  ): readonly JournalEntry[] {
    return this.#tenants.default.verify(operation, partialInput, expectation);
  }

  /** The same as a value; see {@link Tenant.checkReceived}. */
  checkReceived(
    operation: string,
    partialInput?: unknown,
    expectation?: Expectation,
  ): Verification {
    return this.#tenants.default.checkReceived(operation, partialInput, expectation);
  }

  /** Isolates a test; see {@link Tenant.boundary}. */
  boundary(): Boundary {
    return this.#tenants.default.boundary();
  }

  /** Adds hooks; the answer takes them away again. */
  use(hooks: ServerHooks): () => void {
    checkArgument(hooksSchema, hooks, "hooks of use()");
    return this.#hooks.add(hooks);
  }

  /**
   * Records: until the recording is stopped each request of an operation is forwarded to a real endpoint,
   * and there alone, and answered with what came back. Each call becomes a typed fixture, a file of its own.
   *
   * @throws TypeError where the endpoint is no plain URL of HTTP
   * @throws FileError where the folder cannot be made, or holds fixtures already
   */
  record(options: RecordOptions): Promise<Recording> {
    return this.#recordings.record(options);
  }

  /**
   * Replays: until the recording is stopped requests are answered from fixtures, in the place of handlers
   * and samples. Overrides and faults stay in force.
   *
   * @throws FileError with `file:line:column` where the model does not allow what a fixture holds
   */
  replay(options: ReplayOptions): Promise<Recording> {
    return this.#recordings.replay(options);
  }

  /** What is recorded or replayed at the moment. */
  get recording(): Recording | undefined {
    return this.#recordings.current;
  }

  /** Begins again: state, overrides, faults and journal of the default tenant; the clock stays. */
  reset(): void {
    this.#tenants.default.reset();
  }

  /**
   * Waits until all that was asked for in process is written where the states are kept, and brings here
   * what other servers of the same states have written. In memory there is nothing to wait for.
   */
  async refresh(): Promise<void> {
    for (const tenant of this.#tenants.all()) await tenant.refresh();
  }

  #createTenant(name: string, clock: ControllableClock): Tenant<Handlers> {
    const { behavior, journal, quotas, serviceFaults } = this.#settings;
    // While the default tenant is made it is not there yet, and so is nobody else.
    const own = name === defaultTenant ? clock : createClock(() => clock.now().getTime());
    const setup: TenantSetup<Handlers> = {
      name,
      clock: own,
      service: this.#settings,
      faults: { operations: this.#operations.names, quotas, serviceFaults },
      journal,
      behavior,
    };
    const tenant = this.#settings.createTenant?.(setup) ?? new Tenant(setup);
    tenant.replay = this.#replay?.();
    return tenant;
  }

  #listening(): NodeListener {
    if (this.#listener) return this.#listener;
    throw new Error("This server is not listening: call listen() first.");
  }
}

/** Makes a server of a service; the typed way to it is the generated `createMockServer`. */
export const createServer = <Handlers extends object = Record<string, Handler>>(
  settings: ServiceDescription & ServerOptions<Handlers>,
): Server<Handlers> => new Server(settings);
