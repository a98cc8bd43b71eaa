import type { MiddlewareStack } from "@smithy/types";

/**
 * A plugin that adds middleware. Pass it to the option `plugins` of a client, to `addPlugin` of a
 * client class, or to `middlewareStack.use` of a client or a command.
 */
export interface ParameterPlugin {
  applyToStack<Input extends object, Output extends object>(
    stack: MiddlewareStack<Input, Output>,
  ): void;
}
