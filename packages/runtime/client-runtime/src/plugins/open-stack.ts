import type { MetadataBearer, MiddlewareStack } from "@smithy/types";

/**
 * Types a stack for plugins that work with every service. Such middleware passes inputs and outputs
 * on, and only reads what they all have in common.
 */
export const openStack = <Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
): MiddlewareStack<object, MetadataBearer> =>
  stack as unknown as MiddlewareStack<object, MetadataBearer>;
