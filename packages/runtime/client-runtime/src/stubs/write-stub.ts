import { HttpResponse } from "@smithy/core/transport";
import type { StaticErrorSchema } from "@smithy/types";
import type {
  HttpResponseMessage,
  OperationDescription,
  ServerProtocol,
} from "@tinsmith/protocols";
import { nameOf, outputOf } from "@tinsmith/schema";
import { isObject, isRecord } from "@tinsmith/values";
import { checkData } from "./check-data.js";
import { defaultData } from "./default-data.js";
import type { RawResponse, StubbedService } from "./stub-types.js";

const MESSAGE = "stubbed-response-error-message";

/** What a stub comes to: how the response is written, or what is thrown in its place. */
export type Answer =
  | { readonly write: (protocol: ServerProtocol) => HttpResponseMessage }
  | { readonly thrown: Error };

/**
 * Decides what a stub that is no function stands for.
 * @throws TypeError where it is data that does not fit the model
 */
export function toAnswer(
  service: StubbedService,
  operation: OperationDescription,
  stub: unknown,
): Answer {
  if (typeof stub === "string") return errorAnswer(service, operation, stub);
  if (typeof stub === "function") return toAnswer(service, operation, constructError(stub));
  if (isServiceError(stub)) return exceptionAnswer(operation, stub);
  if (stub instanceof Error) return { thrown: stub };
  if (isRawResponse(stub)) {
    if (!Number.isInteger(stub.statusCode) || !isRecord(stub.headers)) {
      throw new TypeError(
        `The raw response of ${nameOf(operation.schema)} must have an integer statusCode and an object headers.`,
      );
    }
    return { write: () => ({ ...stub, headers: { ...stub.headers } }) };
  }
  if (!isObject(stub)) {
    throw new TypeError(
      `Invalid stub for ${nameOf(operation.schema)}: ${String(stub)}. Expected output data, an error, the code of an error, a raw response, or a function that returns one of these.`,
    );
  }
  return dataAnswer(operation, stub);
}

/** What an operation answers that has no stub. */
export function defaultAnswer(service: StubbedService, operation: OperationDescription): Answer {
  const data = defaultData(outputOf(operation.schema), service.shapeNames);
  return { write: (protocol) => protocol.writeResponse(operation, isObject(data) ? data : {}) };
}

/** The response that a client's handler would have given. */
export const toHttpResponse = ({ statusCode, headers, body }: HttpResponseMessage): HttpResponse =>
  new HttpResponse({
    statusCode,
    headers: { "x-amzn-requestid": "stubbed-request-id", ...headers },
    body: typeof body === "string" ? new TextEncoder().encode(body) : (body ?? new Uint8Array()),
  });

function dataAnswer(operation: OperationDescription, data: object): Answer {
  const problems = checkData(outputOf(operation.schema), data);
  if (problems.length > 0) {
    throw new TypeError(
      `The stub of ${nameOf(operation.schema)} does not fit the model:\n${problems.map((problem) => `- ${problem}`).join("\n")}`,
    );
  }
  return { write: (protocol) => protocol.writeResponse(operation, data) };
}

function errorAnswer(
  service: StubbedService,
  operation: OperationDescription,
  code: string,
): Answer {
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

/** An error of the service has the status that it was given, else the one of its model. */
function exceptionAnswer(operation: OperationDescription, error: ServiceError): Answer {
  const { name, message, $fault, $metadata } = error;
  const data = Object.entries(error).filter(
    ([member]) => !member.startsWith("$") && member !== "name",
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

/** Errors of services take options, all others their message. */
function constructError(errorClass: object): Error {
  if (!isErrorClass(errorClass)) throw new TypeError("A function cannot answer with a function.");
  const options = { message: MESSAGE, $metadata: {} };
  const error: unknown = Reflect.construct(errorClass, [options]);
  if (isServiceError(error)) return error;
  const plain: unknown = Reflect.construct(errorClass, [MESSAGE]);
  if (plain instanceof Error) return plain;
  throw new TypeError(`${errorClass.name} makes no error.`);
}

/** Whether a function is the class of an error rather than a stub that is to be called. */
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
