import type { Command, EndpointParameters, MetadataBearer, MiddlewareStack } from "@smithy/types";
import { operationOf } from "./call-operation.js";
import type { FeatureContext } from "./client-feature.js";
import type { ResolvedServiceClientConfig, ServiceClientConfig } from "./config/client-config.js";
import { Client } from "./client-base.js";
import { applyExtensions } from "./config/extensions.js";
import type { RuntimeExtension } from "./config/extensions.js";
import { resolveConfig } from "./config/resolve-config.js";
import { createException } from "./errors/create-exception.js";
import type { RequestOptions } from "./http-handler.js";
import { authSchemePlugin } from "./middleware/auth-scheme.js";
import { headersPlugin } from "./middleware/build-headers.js";
import { deserializerPlugin } from "./middleware/deserializer.js";
import { endpointPlugin } from "./middleware/endpoint.js";
import { loggerPlugin } from "./middleware/logger.js";
import { retryPlugin } from "./middleware/retry.js";
import { serializerPlugin } from "./middleware/serializer.js";
import { signingPlugin } from "./middleware/signing.js";
import type { Platform } from "./platform.js";
import type { ClientPlugin } from "./plugins/client-plugin.js";
import type { ServiceDescription } from "./service.js";

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

interface ClientInput<
  Params extends EndpointParameters = EndpointParameters,
> extends ServiceClientConfig<Params> {
  extensions?: readonly RuntimeExtension[] | undefined;
}

/** Sends a command in whichever of the three forms of a call it was asked for. */
export const dispatch = <
  Input extends object,
  Output extends MetadataBearer,
  Config extends ResolvedServiceClientConfig,
  I extends Input,
  O extends Output,
>(
  client: ServiceClient<Input, Output, Config>,
  command: Command<Input, I, Output, O, Config>,
  optionsOrCallback: RequestOptions | Callback<O> | undefined,
  callback: Callback<O> | undefined,
): Promise<O> | void => {
  if (typeof optionsOrCallback === "function") return client.send(command, optionsOrCallback);
  if (callback !== undefined) return client.send(command, optionsOrCallback ?? {}, callback);
  return client.send(command, optionsOrCallback);
};

/** What features may ask of the operation of a call. */
const operationFacts: Pick<FeatureContext, "definitionOf" | "exceptionOf"> = {
  definitionOf: (context) => operationOf(context).definition,
  exceptionOf: (context, error, metadata) => createException(operationOf(context), error, metadata),
};

/** Makes the class that clients of a platform extend. */
export const serviceClientOn = (platform: Platform): ServiceClientClass => {
  class ServiceClient extends Client<ResolvedServiceClientConfig> {
    // Assigning to it gives a class a list of its own, which begins as that of the class above.
    static plugins: readonly ClientPlugin[] = [];

    static addPlugin(plugin: ClientPlugin): void {
      this.plugins = [...this.plugins, plugin];
    }

    static removePlugin(plugin: ClientPlugin): void {
      this.plugins = this.plugins.filter((other) => other !== plugin);
    }

    static clearPlugins(): void {
      this.plugins = [];
    }

    readonly initConfig: object;

    constructor(service: ServiceDescription, given: ClientInput) {
      const plugins = [...new.target.plugins, ...(given.plugins ?? [])];
      let input = given;
      for (const plugin of plugins) input = { ...input, ...plugin.configure?.({ ...input }) };
      const config = resolveConfig(service, input, platform);
      applyExtensions(config, input.extensions ?? []);
      super(config);
      this.initConfig = given;
      const stack = this.middlewareStack;
      stack.use(loggerPlugin);
      stack.use(serializerPlugin(config));
      stack.use(endpointPlugin(config));
      stack.use(authSchemePlugin(config));
      stack.use(headersPlugin(config, platform));
      stack.use(retryPlugin(config));
      stack.use(signingPlugin);
      stack.use(deserializerPlugin(config));
      for (const feature of service.features ?? []) {
        stack.use(feature({ input, config, platform, ...operationFacts }));
      }
      for (const plugin of plugins) plugin.applyToStack?.(stack, config);
    }
  }
  // One class serves all services. What goes into their commands and comes out of them is known to the generated
  // clients only, and there is nothing here to check it with.
  return ServiceClient as unknown as ServiceClientClass;
};
