import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type { $SchemaRef, HandlerExecutionContext } from "@smithy/types";
import { inputOf, isOperationSchema } from "@tinsmith/schema";

/** Returns the schema of a call's input, or `undefined` if the operation has none. */
export function inputSchemaOf(
  context: HandlerExecutionContext,
): Exclude<$SchemaRef, string | number> | undefined {
  const operation: unknown = context[SMITHY_CONTEXT_KEY]?.["operationSchema"];
  if (!isOperationSchema(operation)) return undefined;
  const input = inputOf(operation);
  return typeof input === "object" || typeof input === "function" ? input : undefined;
}
