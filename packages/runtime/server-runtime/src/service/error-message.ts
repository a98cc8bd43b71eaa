import type { ErrorMessage, OperationDescription, ServiceSchema } from "@tinsmith/protocols";
import type { StaticErrorSchema } from "@smithy/types";
import { memberNamesOf, nameOf, namespaceOf, requiredCountOf, traitsOf } from "@tinsmith/schema";
import { errorProperty } from "@tinsmith/values";
import { summarize } from "../validation/messages.js";
import type { ValidationProblem } from "../validation/messages.js";
import { ServiceError } from "./service-error.js";

/**
 * Returns the error on the wire for a thrown value; undefined if the value is not an expected
 * error. Errors are recognized by name, so that plain objects and foreign classes count as well.
 */
export function errorMessageOf(
  thrown: unknown,
  errors: readonly StaticErrorSchema[],
): ErrorMessage | undefined {
  if (isMalformedRequest(thrown)) {
    return {
      code: thrown.code,
      message: thrown.message,
      statusCode: thrown.statusCode,
      fault: "client",
    };
  }
  if (!isNamed(thrown)) return undefined;
  const schema = errors.find((error) => nameOf(error) === thrown.name);
  if (schema) return modeled(thrown, schema);
  if (!(thrown instanceof ServiceError)) return undefined;
  return {
    code: thrown.name,
    message: thrown.message === "" ? undefined : thrown.message,
    fault: thrown.$fault,
    statusCode: thrown.$statusCode ?? (thrown.$fault === "client" ? 400 : 500),
  };
}

/**
 * Returns the error for an input that violates constraints. It is a modeled error if the service
 * has the error of the framework.
 */
export function validationFailure(
  problems: readonly ValidationProblem[],
  errors: readonly StaticErrorSchema[],
): ErrorMessage {
  const message = summarize(problems);
  const schema = errors.find(
    (error) => namespaceOf(error) === "smithy.framework" && nameOf(error) === code,
  );
  if (!schema) return { code, message, fault: "client", statusCode: 400 };
  return { code, schema, message, fault: "client", data: { message, fieldList: problems } };
}
const code = "ValidationException";

/**
 * Returns the error for a request that does not match any operation. The AWS protocols respond with
 * 400, the others with 404.
 */
export function unknownOperation(
  service: ServiceSchema,
  operations: readonly OperationDescription[],
  request: { readonly method: string; readonly path: string; readonly headers: object },
  protocolId: string,
): ErrorMessage {
  const target = Object.entries(request.headers).find(([name]) => name === "x-amz-target")?.[1];
  const names = operations.map((operation) => nameOf(operation.schema));
  const listed = names.slice(0, 12).join(", ") + (names.length > 12 ? ", …" : "");
  return {
    code: "UnknownOperationException",
    message:
      `No operation of ${service.name} matches ${request.method} ${request.path}` +
      `${target === undefined ? "" : ` with X-Amz-Target ${target}`}. Expected one of: ${listed}.`,
    fault: "client",
    statusCode: /#(aws|ec2)/.test(protocolId) ? 400 : 404,
  };
}

/** A failure of the server itself. The client is not informed of the reason. */
export const internalFailure: ErrorMessage = {
  code: "InternalFailure",
  message: "The server failed to process the request.",
  fault: "server",
  statusCode: 500,
};

/** Returns the error for an operation without a handler and without a fallback. */
export const notImplemented = (operation: string): ServiceError =>
  new ServiceError({
    name: "NotImplemented",
    $fault: "server",
    message: `This server has no handler for ${operation}.`,
    statusCode: 501,
  });

function modeled(thrown: Named, schema: StaticErrorSchema): ErrorMessage {
  const data: Record<string, unknown> = {};
  const message: unknown = Reflect.get(thrown, "message");
  for (const [index, member] of memberNamesOf(schema).entries()) {
    const own = memberOf(thrown, member);
    const value = /^(error)?message$/i.test(member) ? (own ?? message) : own;
    // JavaScript gives every error a message. An empty message is omitted.
    const isUnsaid = value === "" && value === message && index >= requiredCountOf(schema);
    if (value !== undefined && !isUnsaid) data[member] = value;
  }
  const fault =
    faultOf(schema) ?? (Reflect.get(thrown, "$fault") === "server" ? "server" : "client");
  return {
    code: nameOf(schema),
    schema,
    data,
    message: typeof message === "string" && message !== "" ? message : undefined,
    fault,
    statusCode: thrown instanceof ServiceError ? thrown.$statusCode : undefined,
  };
}

/** Properties that JavaScript gives an error. They are not members of service errors. */
const ofJavaScript: ReadonlySet<string> = new Set(["stack", "cause"]);

function memberOf(thrown: Named, member: string): unknown {
  const property = errorProperty(member);
  if (ofJavaScript.has(member) && !Object.prototype.propertyIsEnumerable.call(thrown, member)) {
    return undefined;
  }
  return Reflect.get(thrown, property);
}

const faultOf = (schema: StaticErrorSchema): "client" | "server" | undefined =>
  traitsOf(schema).error;

interface Named {
  readonly name: string;
}

const isNamed = (value: unknown): value is Named =>
  typeof value === "object" && value !== null && "name" in value && typeof value.name === "string";

interface MalformedRequestLike {
  readonly code: string;
  readonly message: string;
  readonly statusCode: number;
}

// The check is by shape, not by class: a bundle may contain the class twice.
const isMalformedRequest = (value: unknown): value is MalformedRequestLike =>
  value instanceof Error &&
  value.name === "MalformedRequest" &&
  "code" in value &&
  typeof value.code === "string" &&
  "statusCode" in value &&
  typeof value.statusCode === "number";
