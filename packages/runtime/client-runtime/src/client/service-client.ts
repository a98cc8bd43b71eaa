import type { Command, EndpointParameters, MetadataBearer, MiddlewareStack } from "@smithy/types";
import type {
  ClientPlugin,
  ResolvedServiceClientConfig,
  ServiceClientConfig,
} from "../config/client-config.js";
import type { RuntimeExtension } from "../config/extensions.js";
import type { RequestOptions } from "../http/http-handler.js";
import type { ServiceDescription } from "./service-description.js";

/** What a call may fail with: an error of the service, or of the way there (then without a fault). */
export type CallError = Error & Partial<MetadataBearer> & { $fault?: "client" | "server" };

interface CallbackMethod<Output> {
  // Methods compare loosely: a callback may say more of the error that it expects.
  call(error: CallError | null, output?: Output): void;
}

/** Told of the outcome of a call: an error, or `null` and the output. */
export type Callback<Output> = CallbackMethod<Output>["call"];

/** A client: one service, one configuration, one stack of middleware. */
export interface ServiceClient<
  Input extends object,
  Output extends MetadataBearer,
  Config extends ResolvedServiceClientConfig,
> {
  readonly config: Config;
  /** Middleware of every call of this client. It may be changed at any time; the next call sees it. */
  middlewareStack: MiddlewareStack<Input, Output>;
  /** The options as the constructor was given them. */
  readonly initConfig?: object;
  /**
   * Sends a command.
   * @throws ServiceException where the service answers with an error
   */
  send<I extends Input, O extends Output>(
    command: Command<Input, I, Output, O, Config>,
    options?: RequestOptions,
  ): Promise<O>;
  send<I extends Input, O extends Output>(
    command: Command<Input, I, Output, O, Config>,
    callback: Callback<O>,
  ): void;
  send<I extends Input, O extends Output>(
    command: Command<Input, I, Output, O, Config>,
    options: RequestOptions,
    callback: Callback<O>,
  ): void;
  /** Lets go of the connections. The client is of no use afterwards. */
  destroy(): void;
}

/** The class that generated clients extend. */
export interface ServiceClientClass {
  /** The plugins of every client of this class that is constructed from now on, those of the classes above included. */
  readonly plugins: readonly ClientPlugin[];
  /** Adds a plugin to this class and the classes below that have no list of their own yet. */
  addPlugin(plugin: ClientPlugin): void;
  removePlugin(plugin: ClientPlugin): void;
  clearPlugins(): void;
  new <
    Input extends object,
    Output extends MetadataBearer,
    Config extends ResolvedServiceClientConfig,
    Params extends EndpointParameters = EndpointParameters,
  >(
    service: ServiceDescription<Params>,
    input: ClientInput<Params>,
  ): ServiceClient<Input, Output, Config>;
}

/** The options of a client's constructor, with those that only generated clients declare. */
export interface ClientInput<
  Params extends EndpointParameters = EndpointParameters,
> extends ServiceClientConfig<Params> {
  extensions?: readonly RuntimeExtension[] | undefined;
}
