import type { MiddlewareStack } from "@smithy/types";
import type { ResolvedServiceClientConfig, ServiceClientConfig } from "../config/client-config.js";

/** The options of a client that is being constructed, those of its service and of its authentication included. */
export type PluginOptions = ServiceClientConfig & { readonly [option: string]: unknown };

/**
 * Changes clients while they are constructed: their options, their middleware, or both. It is given to one client in its
 * option `plugins`, or to all clients of a class with `addPlugin`. Any `Pluggable` of the AWS SDK is one.
 */
export interface ClientPlugin {
  /**
   * Sees the options before anything is made of them.
   *
   * @returns options that replace those of the same name
   */
  configure?(options: PluginOptions): object | undefined;
  /**
   * Adds middleware, or takes some away.
   *
   * @param config the client's, with all defaults; absent where `middlewareStack.use` calls
   */
  applyToStack?<Input extends object, Output extends object>(
    stack: MiddlewareStack<Input, Output>,
    config?: ResolvedServiceClientConfig,
  ): void;
}

/** A plugin with middleware, which `client.middlewareStack.use` takes as well. */
export interface MiddlewarePlugin extends ClientPlugin {
  applyToStack<Input extends object, Output extends object>(
    stack: MiddlewareStack<Input, Output>,
    config?: ResolvedServiceClientConfig,
  ): void;
}
