import type { StaticErrorSchema } from "@smithy/types";
import type { OperationDescription } from "@tinsmith/protocols";
import { viewOf } from "@tinsmith/validation";
import type { Constraints } from "@tinsmith/validation";
import { ServiceError } from "../service/service-error.js";
import { encodedTraitsOf, nameOf } from "@tinsmith/schema";
import { sampleOf } from "../sample/sample.js";
import type { Values } from "./instances.js";

/** The instance that an error is about. */
export interface ErrorSubject {
  readonly resource: string;
  readonly identifiers: Values;
  readonly constraints: Constraints;
}

/**
 * Returns the error that the operation models for a missing instance, or else
 * `ResourceNotFoundException`.
 */
export const notFound = (operation: OperationDescription, subject: ErrorSubject): ServiceError =>
  modeled(operation, subject, `${describe(subject)} does not exist.`, absence);

/** Returns true if an operation has an error for missing instances. */
export const modelsNotFound = (operation: OperationDescription): boolean =>
  schemaFor(operation, absence) !== undefined;

/**
 * Returns the error that the operation models for an existing instance, or else
 * `ConflictException`.
 */
export const conflict = (operation: OperationDescription, subject: ErrorSubject): ServiceError =>
  modeled(operation, subject, `${describe(subject)} already exists.`, {
    statusCode: 409,
    names: /AlreadyExist|Duplicate|AlreadyOwned|Conflict|InUse/i,
    fallback: "ConflictException",
  });

/** Returns the error for a page token that this server did not return. */
export const invalidToken = (
  operation: OperationDescription,
  subject: ErrorSubject,
): ServiceError =>
  modeled(operation, subject, "The pagination token is not valid.", {
    names: /InvalidNextToken|InvalidPaginationToken|InvalidToken|InvalidMarker|Pagination/i,
    fallback: "ValidationException",
  });

interface Kind {
  readonly statusCode?: number;
  readonly names: RegExp;
  readonly fallback: string;
}

const absence: Kind = {
  statusCode: 404,
  names: /NotFound|NoSuch|DoesNotExist|NotExist|NonExistent|Unknown/i,
  fallback: "ResourceNotFoundException",
};

/**
 * Returns the error that matches both status and name, or else an error that matches one of them.
 */
function schemaFor(
  { errors }: OperationDescription,
  { statusCode, names }: Kind,
): StaticErrorSchema | undefined {
  const named = errors.filter((error) => names.test(nameOf(error)));
  const ofStatus =
    statusCode === undefined ? [] : errors.filter((error) => statusOf(error) === statusCode);
  return named.find((error) => ofStatus.includes(error)) ?? ofStatus[0] ?? named[0];
}

function modeled(
  operation: OperationDescription,
  subject: ErrorSubject,
  message: string,
  kind: Kind,
): ServiceError {
  const schema = schemaFor(operation, kind);
  if (!schema) {
    const { fallback, statusCode: status = 400 } = kind;
    return new ServiceError({ name: fallback, $fault: "client", message, statusCode: status });
  }
  return new ServiceError(
    { name: nameOf(schema), $fault: "client", message },
    membersOf(schema, subject, message),
  );
}

/** Returns samples of the required members. Members that concern the resource contain its data. */
function membersOf(
  schema: StaticErrorSchema,
  { resource, identifiers, constraints }: ErrorSubject,
  message: string,
): object {
  const sample = sampleOf(schema, { constraints });
  const view = viewOf(schema);
  const members: Record<string, unknown> = {};
  if (view.kind !== "structure") return members;
  for (const { name, ref } of view.members) {
    const isText = viewOf(ref).kind === "string";
    const known: unknown =
      identifiers[name] ??
      (/^(error)?message$/i.test(name) ? message : undefined) ??
      (/^resource(type|name)$/i.test(name) ? resource : undefined) ??
      (/^resource(id|identifier)$/i.test(name) ? Object.values(identifiers).at(-1) : undefined);
    const choices = constraints[view.name]?.[name]?.enum;
    if (isText && known !== undefined && (choices?.includes(String(known)) ?? true)) {
      members[name] = known;
    } else if (constraints[view.name]?.[name]?.required === true) {
      members[name] = typeof sample === "object" && sample ? Reflect.get(sample, name) : undefined;
    }
  }
  return members;
}

function statusOf(schema: StaticErrorSchema): number | undefined {
  const traits = encodedTraitsOf(schema);
  const status = typeof traits === "object" ? traits["httpError"] : undefined;
  return typeof status === "number" ? status : undefined;
}

function describe({ resource, identifiers }: ErrorSubject): string {
  const names = Object.entries(identifiers).map(
    ([name, value]) => `${name} ${JSON.stringify(value)}`,
  );
  return `${resource} with ${names.join(" and ")}`;
}
