import type { Command, EndpointParameters, MetadataBearer, MiddlewareStack } from "@smithy/types";
import type {
  ClientPlugin,
  ResolvedClientConfig,
  ServiceClientConfig,
} from "../config/client-config.js";
import type { RuntimeExtension } from "../config/extensions.js";
import type { RequestOptions } from "../http/http-handler.js";
import type { ServiceDescription } from "./service-description.js";

/**
 * The error of a failed call: an error of the service, or an error without `$fault` from elsewhere,
 * such as the network.
 */
export type CallError = Error & Partial<MetadataBearer> & { $fault?: "client" | "server" };

interface CallbackMethod<Output> {
  // Methods are bivariant, so a callback may declare a more specific error.
  call(error: CallError | null, output?: Output): void;
}

/** Receives the outcome of a call: an error, or `null` and the output. */
export type Callback<Output> = CallbackMethod<Output>["call"];

/** A client of one service, with one configuration and one middleware stack. */
export interface ServiceClient<
  Input extends object,
  Output extends MetadataBearer,
  Config extends ResolvedClientConfig,
> {
  readonly config: Config;
  /** Middleware for every call of this client. A change applies from the next call on. */
  middlewareStack: MiddlewareStack<Input, Output>;
  /** The options as passed to the constructor. */
  readonly initConfig?: object;
  /**
   * Sends a command.
   * @throws ServiceException if the service responds with an error
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
  /** Closes the connections. The client cannot be used afterwards. */
  destroy(): void;
}

/** The class that generated clients extend. */
export interface ServiceClientClass {
  /**
   * The plugins of clients of this class that are constructed later, including those inherited from
   * parent classes.
   */
  readonly plugins: readonly ClientPlugin[];
  /** Adds a plugin to this class and to subclasses that do not have a list yet. */
  addPlugin(plugin: ClientPlugin): void;
  removePlugin(plugin: ClientPlugin): void;
  clearPlugins(): void;
  new <
    Input extends object,
    Output extends MetadataBearer,
    Config extends ResolvedClientConfig,
    Params extends EndpointParameters = EndpointParameters,
  >(
    service: ServiceDescription<Params>,
    input: ClientInput<Params>,
  ): ServiceClient<Input, Output, Config>;
}

/** The constructor options of a client, including options that only generated clients declare. */
export interface ClientInput<
  Params extends EndpointParameters = EndpointParameters,
> extends ServiceClientConfig<Params> {
  extensions?: readonly RuntimeExtension[] | undefined;
}
