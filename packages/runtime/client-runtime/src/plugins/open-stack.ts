import type { MetadataBearer, MiddlewareStack } from "@smithy/types";

/**
 * Types a stack for plugins that work with every service. Middleware of such plugins passes inputs
 * and outputs through, and reads only members that all of them have.
 */
export const openStack = <Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
): MiddlewareStack<object, MetadataBearer> =>
  stack as unknown as MiddlewareStack<object, MetadataBearer>;
