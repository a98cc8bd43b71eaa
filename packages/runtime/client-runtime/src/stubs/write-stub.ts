import { HttpResponse } from "@smithy/core/transport";
import type { StaticErrorSchema } from "@smithy/types";
import type {
  HttpResponseMessage,
  OperationDescription,
  ServerProtocol,
} from "@tinsmith/protocols";
import { nameOf, outputOf } from "@tinsmith/schema";
import { errorProperty, isObject, isRecord } from "@tinsmith/values";
import { checkData } from "./check-data.js";
import { defaultData } from "./default-data.js";
import type { RawResponse, StubbedService } from "./stub-types.js";

const MESSAGE = "stubbed-response-error-message";

/** The outcome of a stub: a function that writes a response, or an error to throw. */
export type Outcome =
  | { readonly write: (protocol: ServerProtocol) => HttpResponseMessage }
  | { readonly thrown: Error };

/**
 * Converts a stub that is not a function to its outcome.
 * @throws TypeError if the stub is data that does not match the model
 */
export function toOutcome(
  service: StubbedService,
  operation: OperationDescription,
  stub: unknown,
): Outcome {
  if (typeof stub === "string") return toErrorOutcome(service, operation, stub);
  if (typeof stub === "function") return toOutcome(service, operation, constructError(stub));
  if (isServiceError(stub)) return toExceptionOutcome(operation, stub);
  if (stub instanceof Error) return { thrown: stub };
  if (isRawResponse(stub)) {
    if (!Number.isInteger(stub.statusCode) || !isRecord(stub.headers)) {
      throw new TypeError(
        `The raw response of ${nameOf(operation.schema)} must have an integer statusCode and a headers object.`,
      );
    }
    return { write: () => ({ ...stub, headers: { ...stub.headers } }) };
  }
  if (!isObject(stub)) {
    throw new TypeError(
      `Invalid stub for ${nameOf(operation.schema)}: ${String(stub)}. Expected output data, an error, the code of an error, a raw response, or a function that returns one of these.`,
    );
  }
  return toDataOutcome(operation, stub);
}

/** Returns the outcome of an operation without stubs. */
export function defaultOutcome(service: StubbedService, operation: OperationDescription): Outcome {
  const data = defaultData(outputOf(operation.schema), service.shapeNames);
  return { write: (protocol) => protocol.writeResponse(operation, isObject(data) ? data : {}) };
}

/** Converts a message to a response of a request handler. */
export const toHttpResponse = ({ statusCode, headers, body }: HttpResponseMessage): HttpResponse =>
  new HttpResponse({
    statusCode,
    headers: { "x-amzn-requestid": "stubbed-request-id", ...headers },
    body: typeof body === "string" ? new TextEncoder().encode(body) : (body ?? new Uint8Array()),
  });

function toDataOutcome(operation: OperationDescription, data: object): Outcome {
  const problems = checkData(outputOf(operation.schema), data);
  if (problems.length > 0) {
    throw new TypeError(
      `The stub of ${nameOf(operation.schema)} does not match the model:\n${problems.map((problem) => `- ${problem}`).join("\n")}`,
    );
  }
  return { write: (protocol) => protocol.writeResponse(operation, data) };
}

function toErrorOutcome(
  service: StubbedService,
  operation: OperationDescription,
  code: string,
): Outcome {
  const schema = findError(operation, code);
  const data = schema && defaultData(schema, service.shapeNames);
  return {
    write: (protocol) =>
      protocol.writeError(operation, {
        code,
        schema,
        message: MESSAGE,
        data: isRecord(data) ? withMessage(data, MESSAGE) : {},
        statusCode: 400,
      }),
  };
}

/** Writes a service error with the status of its metadata, or else of its model. */
function toExceptionOutcome(operation: OperationDescription, error: ServiceError): Outcome {
  const { name, message, $fault, $metadata } = error;
  const data = Object.entries(error).flatMap(([property, value]) =>
    property.startsWith("$") || property === "name"
      ? []
      : [[property === errorProperty("name") ? "name" : property, value] as const],
  );
  return {
    write: (protocol) =>
      protocol.writeError(operation, {
        code: name,
        schema: findError(operation, name),
        message,
        data: withMessage(Object.fromEntries(data), message),
        fault: $fault,
        statusCode: $metadata?.httpStatusCode,
      }),
  };
}

const findError = ({ errors }: OperationDescription, code: string): StaticErrorSchema | undefined =>
  errors.find((schema) => nameOf(schema) === code);

const withMessage = (
  data: Readonly<Record<string, unknown>>,
  message: string,
): Record<string, unknown> => ({
  ...data,
  ...("message" in data && { message }),
  ...("Message" in data && { Message: message }),
});

/** The constructors of service errors accept options. Other constructors accept a message. */
function constructError(errorClass: object): Error {
  if (!isErrorClass(errorClass)) throw new TypeError("A stub function must not return a function.");
  const options = { message: MESSAGE, $metadata: {} };
  const error: unknown = Reflect.construct(errorClass, [options]);
  if (isServiceError(error)) return error;
  const plain: unknown = Reflect.construct(errorClass, [MESSAGE]);
  if (plain instanceof Error) return plain;
  throw new TypeError(`${errorClass.name} does not construct an Error.`);
}

/** Returns true for an error class, as opposed to a stub function. */
export const isErrorClass = (value: unknown): value is Function =>
  typeof value === "function" && value.prototype instanceof Error;

interface ServiceError extends Error {
  readonly $fault: "client" | "server";
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const isServiceError = (value: unknown): value is ServiceError =>
  value instanceof Error &&
  "$fault" in value &&
  (value.$fault === "client" || value.$fault === "server");

const isRawResponse = (value: unknown): value is RawResponse =>
  isObject(value) && Object.keys(value).sort().join() === "body,headers,statusCode";
