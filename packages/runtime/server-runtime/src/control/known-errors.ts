import type { OperationDescription } from "@tinsmith/protocols";
import { asStructure, nameOf } from "@tinsmith/schema";
import { recordOf } from "@tinsmith/values";
import { unknownName } from "../checks/unknown-name.js";
import { fromNode } from "../json/from-node.js";
import { checkPartial } from "../mock/matching/check-partial.js";

/** An error as a body of the control API describes it. */
interface DescribedError {
  readonly name: string;
  readonly statusCode?: number | undefined;
  readonly members?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Verifies that an error is known, and reads its members. A misspelled name would otherwise be sent
 * unchanged. An error with a status code need not be in the model.
 *
 * @param names - the operations whose errors are known; if empty, all operations
 * @throws TypeError that lists the errors of the operations, or the members of the error
 */
export function readMembers(
  { name, statusCode, members }: DescribedError,
  operations: readonly OperationDescription[],
  names: readonly string[] = [],
): Readonly<Record<string, unknown>> | undefined {
  const concerned = operations.filter(
    ({ schema }) => names.length === 0 || names.includes(nameOf(schema)),
  );
  const modeled = concerned.flatMap(({ errors }) => errors);
  const schema = modeled.find((error) => nameOf(error) === name);
  if (!schema) {
    if (statusCode !== undefined || common.has(name)) return members;
    const known = [...new Set(modeled.map((error) => nameOf(error)))].sort();
    const { message } = unknownName("error", name, known);
    throw new TypeError(`${message} An error that is not in the model requires a statusCode.`);
  }
  if (members === undefined) return undefined;
  const plain = asStructure(schema);
  const read = recordOf(fromNode(plain, members));
  checkPartial(`members of ${name}`, plain, read);
  return read;
}

/** The errors with which every AWS service may respond, and those of this server. */
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
