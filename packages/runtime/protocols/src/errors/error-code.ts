import type { StaticErrorSchema } from "@smithy/types";
import { nameOf, traitsOf } from "@tinsmith/schema";
import type { ErrorMessage, OperationDescription } from "../protocol.js";

/**
 * The bare name in what servers send as an error's type:
 * `aws.protocoltests#FooError:http://internal.example/` is `FooError`.
 */
export function sanitizeErrorCode(raw: unknown): string | undefined {
  if (typeof raw !== "string" && typeof raw !== "number") return undefined;
  const type = String(raw).split(",")[0]?.split(":")[0] ?? "";
  return type.slice(type.indexOf("#") + 1).trim() || undefined;
}

/** The operation's error of that name, or (for services that speak or spoke awsQuery) of that code. */
export const errorSchemaOf = (
  operation: OperationDescription,
  code: string,
): StaticErrorSchema | undefined =>
  operation.errors.find((schema) => nameOf(schema) === code) ??
  operation.errors.find((schema) => queryErrorOf(schema)?.[0] === code);

/** `@awsQueryError`: code and status of an error in awsQuery. */
export function queryErrorOf(
  schema: StaticErrorSchema | undefined,
): readonly [code: string, status: number] | undefined {
  const trait = schema && traitsOf(schema)["awsQueryError"];
  return Array.isArray(trait) ? [String(trait[0]), Number(trait[1])] : undefined;
}

/** Whose fault an error is: as given, as modelled, else by its status. */
export function faultOf(error: ErrorMessage): "client" | "server" {
  const modelled = error.schema && traitsOf(error.schema).error;
  return error.fault ?? modelled ?? ((error.statusCode ?? 400) < 500 ? "client" : "server");
}

/** The message among the members of an error's body. */
export function errorMessageOf(body: Readonly<Record<string, unknown>>): string | undefined {
  for (const name of ["message", "Message", "errorMessage"]) {
    if (Object.hasOwn(body, name) && typeof body[name] === "string") return body[name];
  }
  return undefined;
}

/** Whether a status is that of an output: any below 300, and what the operation itself is modelled to answer. */
export const isSuccess = ({ schema }: OperationDescription, statusCode: number): boolean =>
  statusCode < 300 || traitsOf(schema).http?.[2] === statusCode;
