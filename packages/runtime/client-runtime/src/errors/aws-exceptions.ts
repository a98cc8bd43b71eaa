import type { ResponseError } from "@tinsmith/protocols";
import type { CallOperation } from "../client/call-operation.js";
import { createException } from "./create-exception.js";
import { ServiceException } from "./service-exception.js";

/**
 * Adds the awsQuery error code under the names that the AWS SDK uses. Modeled members take
 * precedence.
 */
export function withQueryCode(
  exception: ServiceException,
  { query }: ResponseError,
): ServiceException {
  if (query === undefined) return exception;
  if (!("Code" in exception)) Object.assign(exception, { Code: query.code });
  if (!("Type" in exception) && query.type !== undefined)
    Object.assign(exception, { Type: query.type });
  return exception;
}

/**
 * Recreates an exception of another protocol with this client's class, so that `instanceof` works.
 */
export function recreateException(operation: CallOperation, error: unknown): unknown {
  if (!(error instanceof ServiceException)) return error;
  const exceptionClass = operation.exceptions.get(error.name) ?? operation.exception;
  if (Object.getPrototypeOf(error) === exceptionClass.prototype) return error;
  const { name, $fault, $metadata, message } = error;
  return createException(
    operation,
    { code: name, data: { ...error }, message, fault: $fault, statusCode: 0 },
    $metadata,
  );
}
