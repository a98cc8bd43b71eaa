import type { HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import { virtualHosts } from "../http/virtual-hosts.js";
import type { Addressing } from "../http/virtual-hosts.js";
import { createClock } from "../mock/controllable-clock.js";
import type { ControllableClock } from "../mock/controllable-clock.js";
import { corsFor } from "../http/cors.js";
import type { Cors } from "../http/cors.js";
import { ControlApi, isControlPath } from "../control/control-api.js";
import type { Coverage } from "../mock/coverage.js";
import type { ServerHooks } from "../service/server-hooks.js";
import { deliver } from "../service/broken-connection.js";
import type { ServedResponse } from "../service/broken-connection.js";
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
import { requestSchema } from "./request-schema.js";
import { hooksSchema, serverSchema } from "./server-options-schema.js";

/**
 * A server of one service. `handle` responds to requests in process, and `listen` serves them over
 * `node:http`. Generated packages extend it with the types of their handlers. Members such as
 * `clock`, `on` and `journal` belong to the default {@link Tenant}.
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
  readonly #cors: Cors | undefined;
  #replay: (() => ReplayBehavior) | undefined;
  #listener: NodeListener | undefined;

  /** @throws TypeError that names each wrong option, its value and what is allowed */
  constructor(settings: ServiceDescription & ServerOptions<Handlers>) {
    checkOptions(serverSchema, settings, "the server");
    this.#settings = settings;
    this.#operations = new Operations(settings);
    for (const [name, handler] of Object.entries(settings.handlers ?? {})) {
      const operation = this.#operations.require(name);
      // The cast is safe: the keys name operations, and each handler receives inputs that its
      // operation's schema has read.
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
    this.#cors = corsFor(settings.cors, settings.corsPolicy);
    this.#streamed = streamedOperations(settings);
    this.#pipeline = new Pipeline(settings, this.#operations, this.#tenants, this.#hooks);
    if (settings.hooks) this.#hooks.add(settings.hooks);
  }

  /**
   * Responds to a request in the same process. Every failure becomes a response, except for faults
   * of the connection.
   *
   * @throws ConnectionBroken if a fault breaks the connection
   * @throws TypeError if the request is not a message of HTTP
   */
  readonly handle = async (request: HttpRequestMessage): Promise<HttpResponseMessage> => {
    checkArgument(requestSchema, request, "request of handle()");
    return deliver(await this.answer(request));
  };

  /**
   * Responds to a request. The result states whether and how the connection breaks. Never rejects.
   */
  readonly answer = (request: HttpRequestMessage): Promise<ServedResponse> => {
    const addressed = this.#addressing(request);
    if (this.#control !== undefined && isControlPath(addressed.path)) {
      return this.#control.answer(request);
    }
    return this.#cors
      ? this.#answerShared(this.#cors, addressed, request)
      : this.#pipeline.answer(addressed, request);
  };

  /**
   * Adds the headers that pages of other origins need to a response that an adapter created.
   */
  readonly share = (
    request: Pick<HttpRequestMessage, "path" | "headers">,
    answer: HttpResponseMessage,
  ): void => {
    if (this.#control === undefined || !isControlPath(request.path)) {
      this.#cors?.share(request, answer.headers);
    }
  };

  async #answerShared(
    cors: Cors,
    addressed: HttpRequestMessage,
    request: HttpRequestMessage,
  ): Promise<ServedResponse> {
    const preflight = cors.preflight(request);
    if (preflight) return preflight;
    const answer = await this.#pipeline.answer(addressed, request);
    cors.share(request, answer.headers);
    return answer;
  }

  /**
   * Returns true if the body of a request is passed on as it arrives, according to
   * `streamBodies`; for adapters.
   */
  readonly streamsBody = (request: HttpRequestMessage): boolean => {
    if (this.#streamed.size === 0) return false;
    const addressed = this.#addressing(request);
    if (isControlPath(addressed.path)) return false;
    const name = this.#operations.find(addressed)?.operation.name;
    return name !== undefined && this.#streamed.has(name);
  };

  /**
   * Accepts requests over HTTP, by default on the loopback interface and an unused port.
   *
   * @throws ListenError if the port is in use or not allowed, or the host is not an address of
   *   this machine
   */
  async listen(options: ListenOptions = {}): Promise<this> {
    checkOptions(listenSchema, options, "listen()");
    if (this.#listener) throw new Error(`This server is already listening on ${this.url}.`);
    this.#listener = await startListening(this.answer, {
      ...this.#settings,
      ...options,
      ...(this.#streamed.size > 0 && { streamsBody: this.streamsBody }),
      share: this.share,
      ...(this.#control && { bodyLimitOf: this.#control.bodyLimitOf }),
    });
    return this;
  }

  /** Stops accepting requests, waits briefly for pending requests, and frees the port. */
  async close(): Promise<void> {
    const listener = this.#listener;
    this.#listener = undefined;
    await listener?.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /**
   * The URL of the server, such as `http://127.0.0.1:41234`, for `AWS_ENDPOINT_URL`.
   *
   * @throws Error if the server does not listen
   */
  get url(): string {
    return this.#listening().url;
  }

  /** @throws Error if the server does not listen */
  get port(): number {
    return this.#listening().port;
  }

  /** An alias of `url`, with the name that clients use in their configuration. */
  get endpoint(): string {
    return this.url;
  }

  get listening(): boolean {
    return this.#listener !== undefined;
  }

  /**
   * Returns the tenant of an access key, created on first use. Until then, requests with the key
   * belong to the default tenant.
   */
  tenant(accessKeyId: string): Tenant<Handlers> {
    checkArgument(fullText, accessKeyId, "access key of tenant()");
    return this.#tenants.get(accessKeyId);
  }

  /** The names of all tenants: `default`, then access keys. */
  get tenantNames(): readonly string[] {
    return this.#tenants.names();
  }

  /** Removes a tenant and all of its data. */
  removeTenant(accessKeyId: string): boolean {
    checkArgument(fullText, accessKeyId, "access key of removeTenant()");
    return this.#tenants.remove(accessKeyId);
  }

  /** The operations of the service, as generated code describes them. */
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

  /** Overrides an operation at run time; see {@link Tenant.on}. */
  on<Operation extends keyof Handlers & string>(
    operation: Operation,
    partialInput?: DeepPartial<InputOf<Handlers, Operation>>,
  ): Override<InputOf<Handlers, Operation>, OutputOf<Handlers, Operation>> {
    return this.#tenants.default.on(operation, partialInput);
  }

  /**
   * Verifies that an operation was called; see {@link Tenant.verify}.
   *
   * @throws VerificationError that lists the nearest requests
   */
  verify<Operation extends keyof Handlers & string>(
    operation: Operation,
    partialInput?: DeepPartial<InputOf<Handlers, Operation>>,
    expectation?: Expectation,
  ): readonly JournalEntry[] {
    return this.#tenants.default.verify(operation, partialInput, expectation);
  }

  /** Returns the result of a verification; see {@link Tenant.checkReceived}. */
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

  /** Adds hooks. Returns a function that removes them. */
  use(hooks: ServerHooks): () => void {
    checkArgument(hooksSchema, hooks, "hooks of use()");
    return this.#hooks.add(hooks);
  }

  /**
   * Starts a recording. Until it is stopped, each request for an operation is forwarded to one real
   * endpoint, and the client receives the response of that endpoint. Each call becomes a typed
   * fixture in a separate file.
   *
   * @throws TypeError if `endpoint` is not a plain HTTP URL
   * @throws FileError if the folder cannot be created, or already holds fixtures
   */
  record(options: RecordOptions): Promise<Recording> {
    return this.#recordings.record(options);
  }

  /**
   * Starts a replay. Until it is stopped, responses come from fixtures instead of handlers and
   * samples. Overrides and faults stay active.
   *
   * @throws FileError with `file:line:column` if the model does not allow a fixture
   */
  replay(options: ReplayOptions): Promise<Recording> {
    return this.#recordings.replay(options);
  }

  /** The current recording or replay. */
  get recording(): Recording | undefined {
    return this.#recordings.current;
  }

  /**
   * Restores the initial state of the default tenant and clears its overrides, faults and journal.
   * The clock stays.
   */
  reset(): void {
    this.#tenants.default.reset();
  }

  /**
   * Waits until all changes are written to the store, and reads the changes of other servers with
   * the same state. Resolves at once for a state in memory.
   */
  async refresh(): Promise<void> {
    for (const tenant of this.#tenants.all()) await tenant.refresh();
  }

  #createTenant(name: string, clock: ControllableClock): Tenant<Handlers> {
    const { behavior, journal, quotas, serviceFaults } = this.#settings;
    // The clock of the server is the clock of the default tenant. The clocks of other tenants
    // follow it.
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

/** Creates a server of a service. Generated packages offer a typed `createMockServer`. */
export const createServer = <Handlers extends object = Record<string, Handler>>(
  settings: ServiceDescription & ServerOptions<Handlers>,
): Server<Handlers> => new Server(settings);
