import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type { EndpointParameterInstructions, HandlerExecutionContext } from "@smithy/types";
import type { OperationDescription } from "@tinsmith/protocols";
import type { ExceptionClass } from "../errors/service-exception.js";
import { nameOf } from "@tinsmith/schema";
import type { OperationDefinition } from "./operation-definition.js";
import type { CommandSettings } from "./service-description.js";

/** The operation of a call as the middleware uses it. Created once for each command class. */
export interface CallOperation {
  readonly name: string;
  readonly definition: OperationDefinition;
  readonly description: OperationDescription;
  readonly endpointParameters: EndpointParameterInstructions;
  /** The classes of modeled errors, by error code. */
  readonly exceptions: ReadonlyMap<string, ExceptionClass>;
  /** The class of errors that are not in the model. */
  readonly exception: ExceptionClass;
}

const operations = new WeakMap<object, CallOperation>();

/** Registers an operation, so that the middleware finds it by the schema. */
export function describeOperation(
  settings: CommandSettings,
  definition: OperationDefinition,
): CallOperation {
  const { schema, errors, defaults } = definition;
  const operation: CallOperation = {
    name: nameOf(schema),
    definition,
    description: { schema, errors: errors.map(([error]) => error), defaults },
    endpointParameters: { ...settings.endpointParameters, ...definition.endpointParameters },
    exceptions: new Map(errors.map(([error, exception]) => [nameOf(error), exception])),
    exception: settings.exception,
  };
  operations.set(schema, operation);
  return operation;
}

/**
 * Returns the operation of a call.
 * @throws Error if the command was not created by this runtime
 */
export function operationOf(context: HandlerExecutionContext): CallOperation {
  const schema = context[SMITHY_CONTEXT_KEY]?.["operationSchema"];
  const operation = typeof schema === "object" && schema ? operations.get(schema) : undefined;
  if (operation === undefined) {
    throw new Error(`${context.commandName ?? "This command"} belongs to another client.`);
  }
  return operation;
}
