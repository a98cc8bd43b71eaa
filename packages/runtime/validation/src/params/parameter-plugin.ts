import type { MiddlewareStack } from "@smithy/types";

/**
 * A plugin with middleware: for the option `plugins` of a client, for `addPlugin` of its class, and for
 * `middlewareStack.use` of a client or a command.
 */
export interface ParameterPlugin {
  applyToStack<Input extends object, Output extends object>(
    stack: MiddlewareStack<Input, Output>,
  ): void;
}
