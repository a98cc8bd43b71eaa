import type { OperationDescription } from "@tinsmith/protocols";
import { invalidToken } from "./resource-errors.js";
import type { ErrorSubject } from "./resource-errors.js";
import type { Instance } from "./instances.js";
import { setAt, valueAt } from "./member-path.js";
import type { ListOperation } from "./resource-description.js";

/** The number of instances on a page if the request does not state a size. */
const defaultPageSize = 100;

/** One page of a list. */
export interface Page {
  readonly instances: readonly Instance[];
  /** Writes the token of the next page into a response, if there is a next page. */
  finish(answer: object): void;
}

/**
 * Returns the page that an input requests. A token names the last instance of the previous page, so
 * that instances that are created or deleted between two requests do not repeat or hide others.
 *
 * @throws ServiceError if the token is not valid
 */
export function pageOf(
  { pagination }: ListOperation,
  operation: OperationDescription,
  subject: ErrorSubject,
  input: unknown,
  all: readonly Instance[],
): Page {
  if (!pagination) return { instances: all, finish: () => undefined };
  const token = valueAt(input, pagination.inputToken);
  const after = token === undefined || token === null || token === "" ? 0 : sequenceOf(token);
  if (after === undefined) throw invalidToken(operation, subject);
  const asked = pagination.pageSize === undefined ? undefined : valueAt(input, pagination.pageSize);
  const size = typeof asked === "number" && asked > 0 ? asked : defaultPageSize;
  const left = all.filter(({ sequence }) => sequence > after);
  const instances = left.slice(0, size);
  const last = instances.at(-1);
  const next = left.length > size && last ? tokenOf(last.sequence) : undefined;
  return { instances, finish: (answer) => setAt(answer, pagination.outputToken, next) };
}

const prefix = "after:";

const tokenOf = (sequence: number): string =>
  Buffer.from(`${prefix}${sequence}`).toString("base64url");

function sequenceOf(token: unknown): number | undefined {
  const text = Buffer.from(String(token), "base64url").toString();
  const sequence = Number(text.slice(prefix.length));
  return text.startsWith(prefix) && tokenOf(sequence) === token ? sequence : undefined;
}
