import type { StaticErrorSchema } from "@smithy/types";
import { nameOf, traitsOf } from "@tinsmith/schema";
import type { ErrorMessage, OperationDescription } from "../protocol.js";

/**
 * Extracts the name from an error's type as servers send it:
 * `aws.protocoltests#FooError:http://internal.example/` is `FooError`.
 */
export function sanitizeErrorCode(raw: unknown): string | undefined {
  if (typeof raw !== "string" && typeof raw !== "number") return undefined;
  const type = String(raw).split(",")[0]?.split(":")[0] ?? "";
  return type.slice(type.indexOf("#") + 1).trim() || undefined;
}

/** Finds the operation's error by its name, or by its awsQuery code. */
export const errorSchemaOf = (
  operation: OperationDescription,
  code: string,
): StaticErrorSchema | undefined =>
  operation.errors.find((schema) => nameOf(schema) === code) ??
  operation.errors.find((schema) => queryErrorOf(schema)?.[0] === code);

/** Reads the trait `@awsQueryError`: the code and status of an error in awsQuery. */
export function queryErrorOf(
  schema: StaticErrorSchema | undefined,
): readonly [code: string, status: number] | undefined {
  const trait = schema && traitsOf(schema)["awsQueryError"];
  return Array.isArray(trait) ? [String(trait[0]), Number(trait[1])] : undefined;
}

/**
 * Returns the fault of an error: the fault that it states, the fault in the model, or the fault
 * that its status implies.
 */
export function faultOf(error: ErrorMessage): "client" | "server" {
  const modeled = error.schema && traitsOf(error.schema).error;
  return error.fault ?? modeled ?? ((error.statusCode ?? 400) < 500 ? "client" : "server");
}

/** Finds the message among the members of an error's body. */
export function errorMessageOf(body: Readonly<Record<string, unknown>>): string | undefined {
  for (const name of ["message", "Message", "errorMessage"]) {
    if (Object.hasOwn(body, name) && typeof body[name] === "string") return body[name];
  }
  return undefined;
}

/**
 * Returns true for the statuses of an output: all statuses below 300, and the status that the model
 * declares.
 */
export const isSuccess = ({ schema }: OperationDescription, statusCode: number): boolean =>
  statusCode < 300 || traitsOf(schema).http?.[2] === statusCode;
