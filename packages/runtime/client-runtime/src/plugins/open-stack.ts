import type { MetadataBearer, MiddlewareStack } from "@smithy/types";

/**
 * A stack as plugins for all services see it: with inputs and outputs of which nothing is known. What is added this way
 * hands them on, and looks at no more than every input and output has.
 */
export const openStack = <Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
): MiddlewareStack<object, MetadataBearer> =>
  stack as unknown as MiddlewareStack<object, MetadataBearer>;
