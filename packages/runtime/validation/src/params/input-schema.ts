import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type { $SchemaRef, HandlerExecutionContext } from "@smithy/types";
import { inputOf, isOperationSchema } from "@tinsmith/schema";

/** The schema of the input of a call, where its operation has one. */
export function inputSchemaOf(
  context: HandlerExecutionContext,
): Exclude<$SchemaRef, string | number> | undefined {
  const operation: unknown = context[SMITHY_CONTEXT_KEY]?.["operationSchema"];
  if (!isOperationSchema(operation)) return undefined;
  const input = inputOf(operation);
  return typeof input === "object" || typeof input === "function" ? input : undefined;
}
