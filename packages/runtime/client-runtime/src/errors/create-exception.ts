import type { ResponseMetadata } from "@smithy/types";
import type { ResponseError } from "@tinsmith/protocols";
import type { CallOperation } from "../client/call-operation.js";
import { ServiceException } from "./service-exception.js";
import type { ExceptionClass } from "./service-exception.js";

const UNKNOWN_ERROR = "UnknownError";

/**
 * The exception for an error that a service answered with: of the modelled class where there is one, else of the
 * service's base class with the error's code as its name and whatever the response held as its properties.
 */
export function createException(
  operation: CallOperation,
  { code, data, message, fault, query }: ResponseError,
  $metadata: ResponseMetadata,
): ServiceException {
  const modelled = operation.exceptions.get(code);
  const options = {
    ...data,
    name: code,
    $fault: fault,
    $metadata,
    message: message ?? UNKNOWN_ERROR,
  };
  const exception = withQueryCode(construct(modelled ?? operation.exception, options), query);
  // As in the AWS SDK, so that an error that is written as JSON tells what happened.
  Object.defineProperty(exception, "message", { value: exception.message, enumerable: true });
  if (modelled !== undefined) return exception;
  for (const [name, value] of Object.entries(data)) {
    if (!(name in exception) && name !== "Message") Object.assign(exception, { [name]: value });
  }
  return exception;
}

/** What awsQuery calls the error, under the names that it has in the AWS SDK; a member of the model comes first. */
function withQueryCode(
  exception: ServiceException,
  query: ResponseError["query"],
): ServiceException {
  if (query === undefined) return exception;
  if (!("Code" in exception)) Object.assign(exception, { Code: query.code });
  if (!("Type" in exception) && query.type !== undefined)
    Object.assign(exception, { Type: query.type });
  return exception;
}

/** An exception that another protocol made gets the class that this client's users compare with. */
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

function construct(exceptionClass: ExceptionClass, options: object): ServiceException {
  const exception: unknown = Reflect.construct(exceptionClass, [options]);
  if (exception instanceof ServiceException) return exception;
  throw new TypeError(`${exceptionClass.name} must extend ServiceException.`);
}
