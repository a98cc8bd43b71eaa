import type { OperationDescription } from "@tinsmith/protocols";
import { nameOf } from "@tinsmith/schema";
import { unknownName } from "../checks/unknown-name.js";

/**
 * Verifies that an error is known, because a misspelled one would be sent unchanged.
 *
 * @param names - the operations whose errors count; all when empty
 * @param statusCode - if set, the error need not be in the model
 * @throws TypeError that lists the errors of the operations
 */
export function requireError(
  error: string,
  statusCode: number | undefined,
  operations: readonly OperationDescription[],
  names: readonly string[] = [],
): void {
  if (statusCode !== undefined || common.has(error)) return;
  const concerned = operations.filter(
    ({ schema }) => names.length === 0 || names.includes(nameOf(schema)),
  );
  const modeled = new Set(
    concerned.flatMap(({ errors }) => errors.map((schema) => nameOf(schema))),
  );
  if (modeled.has(error)) return;
  const { message } = unknownName("error", error, [...modeled].sort());
  throw new TypeError(`${message} An error that is not in the model requires a statusCode.`);
}

/** Errors that every service of AWS may answer, and those of this server. */
const common = new Set(
  [
    "AccessDenied",
    "DryRunOperation",
    "ExpiredToken",
    "IncompleteSignature",
    "InternalFailure",
    "InternalServerError",
    "InvalidClientTokenId",
    "InvalidSignature",
    "MissingAuthenticationToken",
    "NotAuthorized",
    "OptInRequired",
    "RequestExpired",
    "RequestLimitExceeded",
    "RequestTimeout",
    "ServiceUnavailable",
    "SlowDown",
    "Throttling",
    "TooManyRequests",
    "Unauthorized",
    "UnknownOperation",
    "UnrecognizedClient",
    "Validation",
    "ValidationError",
  ].flatMap((name) => [name, `${name}Exception`]),
);
