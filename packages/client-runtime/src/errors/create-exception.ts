import type { ResponseMetadata } from "@smithy/types";
import type { ResponseError } from "@tinsmith/protocols";
import type { CallOperation } from "../call-operation.js";
import { type ExceptionClass, ServiceException } from "./service-exception.js";

const UNKNOWN_ERROR = "UnknownError";

/**
 * The exception for an error that a service answered with: of the modelled class where there is one, else of the
 * service's base class with the error's code as its name and whatever the response held as its properties.
 */
export const createException = (
  operation: CallOperation,
  { code, data, message, fault }: ResponseError,
  $metadata: ResponseMetadata,
): ServiceException => {
  const modelled = operation.exceptions.get(code);
  const options = {
    ...data,
    name: code,
    $fault: fault,
    $metadata,
    message: message ?? UNKNOWN_ERROR,
  };
  if (modelled !== undefined) return construct(modelled, options);
  const exception = construct(operation.exception, options);
  for (const [name, value] of Object.entries(data)) {
    if (!(name in exception)) Object.assign(exception, { [name]: value });
  }
  return exception;
};

/** An exception that another protocol made gets the class that this client's users compare with. */
export const recreateException = (operation: CallOperation, error: unknown): unknown => {
  if (!(error instanceof ServiceException)) return error;
  const exceptionClass = operation.exceptions.get(error.name) ?? operation.exception;
  if (Object.getPrototypeOf(error) === exceptionClass.prototype) return error;
  const { name, $fault, $metadata, message } = error;
  return createException(
    operation,
    { code: name, data: { ...error }, message, fault: $fault, statusCode: 0 },
    $metadata,
  );
};

const construct = (exceptionClass: ExceptionClass, options: object): ServiceException => {
  const exception: unknown = Reflect.construct(exceptionClass, [options]);
  if (exception instanceof ServiceException) return exception;
  throw new TypeError(`${exceptionClass.name} is no class of service exceptions.`);
};
