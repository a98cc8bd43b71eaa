import type { ResponseMetadata } from "@smithy/types";
import type { ResponseError } from "@tinsmith/protocols";
import type { CallOperation } from "../client/call-operation.js";
import type { ExceptionClass, ServiceException } from "./service-exception.js";

const UNKNOWN_ERROR = "UnknownError";

/**
 * Creates the exception for an error response. It has the class of the modeled error, or else the
 * service's base class with the error code as its name and the members of the response as
 * properties.
 */
export function createException(
  operation: CallOperation,
  { code, data, message, fault }: ResponseError,
  $metadata: ResponseMetadata,
): ServiceException {
  const modeled = operation.exceptions.get(code);
  const options = {
    ...data,
    // `name` is the name of the error itself.
    _name: data["name"],
    name: code,
    $fault: fault,
    $metadata,
    message: message ?? UNKNOWN_ERROR,
  };
  const exception = construct(modeled ?? operation.exception, options);
  // As in the AWS SDK, so that `JSON.stringify` includes the message.
  Object.defineProperty(exception, "message", { value: exception.message, enumerable: true });
  if (modeled !== undefined) return exception;
  for (const [name, value] of Object.entries(data)) {
    if (!(name in exception) && name !== "Message") Object.assign(exception, { [name]: value });
  }
  return exception;
}

/** The classes of errors require different members, so the types cannot be checked here. */
const construct = (exceptionClass: ExceptionClass, options: object): ServiceException =>
  Reflect.construct(exceptionClass, [options]);
