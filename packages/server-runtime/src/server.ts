import type {
  ErrorMessage,
  HttpRequestMessage,
  HttpResponseMessage,
  OperationDescription,
  Protocol,
  Router,
  ServiceSchema,
} from "@tinsmith/protocols";

import {
  errorMessageOf,
  internalFailure,
  notImplemented,
  unknownOperation,
  validationFailure,
} from "./errors/error-message.js";
import { type Exchange, ExchangeRecord, type ServerHooks } from "./exchange.js";
import { type Handler, type InputOf, isHandler, type OutputOf } from "./handler.js";
import { type ListenOptions, type NodeListener, startListening } from "./node/listen.js";
import { createOverride, type Override, type OverrideRule } from "./override.js";
import { compileValidator, type Validator } from "./validation/compile-validator.js";
import type { Constraints } from "./validation/constraints.js";

/** A service as generated code describes it. */
export interface ServiceDescription {
  readonly service: ServiceSchema;
  /** The first one answers requests that belong to none. */
  readonly protocols: readonly Protocol[];
  readonly operations: readonly OperationDescription[];
  /** Without them no input is validated beyond what its protocol demands. */
  readonly constraints?: Constraints;
}

/** Answers operations that have no handler. */
export type Fallback = (operation: OperationDescription, ...args: Parameters<Handler>) => unknown;

export interface ServerOptions<Handlers extends object> extends ListenOptions {
  /** By operation name. Operations without one go to the fallback. */
  readonly handlers?: Handlers;
  readonly fallback?: Fallback;
  /** What inputs are held against, in place of the model's constraints. */
  readonly constraints?: Constraints;
  readonly hooks?: ServerHooks;
  /**
   * Told of what a handler threw that is no error of the service. The client gets an InternalFailure
   * without details. Default: `console.error`.
   */
  readonly onUnexpectedError?: (error: unknown, exchange: Exchange) => void;
}

interface Entry extends OperationDescription {
  readonly name: string;
  handler: Handler | undefined;
  validate: Validator | undefined;
}

/**
 * A server of one service. `handle` is the whole of it; `listen` puts it behind `node:http`.
 * Generated packages extend it with their own handlers.
 */
export class Server<Handlers extends object = Record<string, Handler>> {
  readonly #settings: ServiceDescription & ServerOptions<Handlers>;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #routes: readonly { readonly protocol: Protocol; readonly find: Router<Entry> }[];
  readonly #hooks = new Set<ServerHooks>();
  #rules: readonly OverrideRule[] = [];
  #listener: NodeListener | undefined;

  /** @throws TypeError where a handler is for no operation of the service, or there is no protocol */
  constructor(settings: ServiceDescription & ServerOptions<Handlers>) {
    this.#settings = settings;
    this.#entries = new Map(
      settings.operations.map(({ schema, errors }) => [
        schema[2],
        { schema, errors, name: schema[2], handler: undefined, validate: undefined },
      ]),
    );
    for (const [name, handler] of Object.entries(settings.handlers ?? {})) {
      if (isHandler(handler)) this.#entry(name).handler = handler;
    }
    const entries = [...this.#entries.values()];
    this.#routes = settings.protocols.map((protocol) => ({
      protocol,
      find: protocol.router(entries),
    }));
    if (this.#routes.length === 0) throw new TypeError("A server needs at least one protocol.");
    if (settings.hooks) this.#hooks.add(settings.hooks);
  }

  /** Answers a request. Never rejects: whatever goes wrong becomes an answer. */
  readonly handle = async (request: HttpRequestMessage): Promise<HttpResponseMessage> => {
    const exchange = new ExchangeRecord(request);
    let response: HttpResponseMessage;
    try {
      response = (await this.#runRequestHooks(exchange)) ?? (await this.#answer(exchange));
    } catch (thrown) {
      response = this.#fail(exchange, thrown, undefined, this.#protocol);
    }
    response.headers["x-amzn-RequestId"] ??= exchange.requestId;
    return this.#hooks.size === 0 ? response : this.#runResponseHooks(exchange, response);
  };

  /**
   * Starts to take requests over HTTP, on the loopback interface and a free port unless told
   * otherwise.
   *
   * @throws ListenError where the port is taken or not allowed, or the host is not this machine's
   */
  async listen(options: ListenOptions = {}): Promise<this> {
    if (this.#listener) throw new Error(`This server is already listening on ${this.url}.`);
    this.#listener = await startListening(this.handle, { ...this.#settings, ...options });
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
   * Gives orders for an operation while the server runs.
   *
   * @param partialInput - only requests whose input has all of this are meant
   */
  on<Operation extends keyof Handlers & string>(
    operation: Operation,
    partialInput?: DeepPartial<InputOf<Handlers, Operation>>,
  ): Override<InputOf<Handlers, Operation>, OutputOf<Handlers, Operation>> {
    const { name } = this.#entry(operation);
    const { override, rule } = createOverride<
      InputOf<Handlers, Operation>,
      OutputOf<Handlers, Operation>
    >(name, partialInput, isHandler, (removed) => {
      this.#rules = this.#rules.filter((kept) => kept !== removed);
    });
    this.#rules = [rule, ...this.#rules];
    return override;
  }

  /** Adds hooks; the answer takes them away again. */
  use(hooks: ServerHooks): () => void {
    this.#hooks.add(hooks);
    return () => void this.#hooks.delete(hooks);
  }

  /** Takes back all orders given with `on`. */
  reset(): void {
    this.#rules = [];
  }

  async #answer(exchange: ExchangeRecord): Promise<HttpResponseMessage> {
    for (const { protocol, find } of this.#routes) {
      const entry = find(exchange.request);
      if (!entry) continue;
      try {
        const output = await this.#run(exchange, entry, protocol);
        return exchange.error
          ? protocol.writeError(entry, exchange.error)
          : protocol.writeResponse(entry, output);
      } catch (thrown) {
        return this.#fail(exchange, thrown, entry, protocol);
      }
    }
    const protocol = this.#protocol;
    const { service, operations } = this.#settings;
    exchange.error = unknownOperation(service, operations, exchange.request, protocol.id);
    return protocol.writeError(undefined, exchange.error);
  }

  async #run(exchange: ExchangeRecord, entry: Entry, protocol: Protocol): Promise<object> {
    exchange.operation = entry.name;
    const read = protocol.readRequest(entry, exchange.request);
    const input = read instanceof Promise ? await read : read;
    entry.validate ??= compileValidator(entry.schema[4], this.#settings.constraints ?? {});
    const problems = entry.validate(input);
    if (problems.length > 0) {
      exchange.error = validationFailure(problems, entry.errors);
      return {};
    }
    exchange.input = input;
    for (const hooks of this.#hooks) await hooks.onInput?.(exchange);
    const handler = (await this.#override(entry, input)) ?? this.#handlerOf(entry);
    if (!handler) {
      exchange.error = notImplemented(entry.name);
      return {};
    }
    const output = await handler(input, exchange);
    exchange.output = output;
    return typeof output === "object" && output !== null ? output : {};
  }

  async #override(entry: Entry, input: unknown): Promise<Handler | undefined> {
    for (const rule of this.#rules) {
      if (rule.operation !== entry.name || !rule.matches(input)) continue;
      const { delay, handler } = rule.next();
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      if (handler) return handler;
    }
    return undefined;
  }

  #handlerOf(entry: Entry): Handler | undefined {
    const { fallback } = this.#settings;
    if (entry.handler || !fallback) return entry.handler;
    return (input, context) => fallback(entry, input, context);
  }

  #fail(
    exchange: ExchangeRecord,
    thrown: unknown,
    entry: Entry | undefined,
    protocol: Protocol,
  ): HttpResponseMessage {
    const error: ErrorMessage | undefined = errorMessageOf(thrown, entry?.errors ?? []);
    if (!error) this.#reportUnexpected(thrown, exchange);
    exchange.error = error ?? internalFailure;
    return protocol.writeError(entry, exchange.error);
  }

  #reportUnexpected(thrown: unknown, exchange: Exchange): void {
    if (this.#settings.onUnexpectedError) this.#settings.onUnexpectedError(thrown, exchange);
    else console.error(`${exchange.operation || "A request"} failed:`, thrown);
  }

  async #runRequestHooks(exchange: ExchangeRecord): Promise<HttpResponseMessage | undefined> {
    for (const hooks of this.#hooks) {
      const response = await hooks.onRequest?.(exchange);
      if (response) return response;
    }
    return undefined;
  }

  async #runResponseHooks(
    exchange: ExchangeRecord,
    response: HttpResponseMessage,
  ): Promise<HttpResponseMessage> {
    let answer = response;
    for (const hooks of this.#hooks) {
      try {
        answer = (await hooks.onResponse?.(exchange, answer)) ?? answer;
      } catch (thrown) {
        this.#reportUnexpected(thrown, exchange);
      }
    }
    return answer;
  }

  get #protocol(): Protocol {
    const [first] = this.#routes;
    if (!first) throw new TypeError("A server needs at least one protocol.");
    return first.protocol;
  }

  #entry(name: string): Entry {
    const entry = this.#entries.get(name);
    if (entry) return entry;
    const known = [...this.#entries.keys()].join(", ");
    throw new TypeError(
      `${this.#settings.service.name} has no operation ${name}. It has ${known}.`,
    );
  }

  #listening(): NodeListener {
    if (this.#listener) return this.#listener;
    throw new Error("This server is not listening: call listen() first.");
  }
}

/** A value of which any part may be left out, at any depth. */
export type DeepPartial<T> = T extends Date | Uint8Array | string | number | boolean | bigint
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepPartial<Item>[]
    : T extends object
      ? { readonly [Member in keyof T]?: DeepPartial<T[Member]> | undefined }
      : T;

/** Makes a server of a service; the typed way to it is the generated `createMockServer`. */
export const createServer = <Handlers extends object = Record<string, Handler>>(
  settings: ServiceDescription & ServerOptions<Handlers>,
): Server<Handlers> => new Server(settings);
