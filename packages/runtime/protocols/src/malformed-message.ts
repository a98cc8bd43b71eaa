import type { Awaitable } from "./protocol.js";
import { ExactNumber } from "./values/numbers.js";

/**
 * A message that could not be understood.
 *
 * @public
 */
export abstract class MalformedMessage extends Error {
  /** Where in the message: a JSON pointer (RFC 6901) over member names, indexes and keys; `""` is the whole. */
  readonly pointer: string;

  constructor(reason: string, pointer: string, options?: ErrorOptions) {
    super(pointer === "" ? reason : `${reason} (at ${pointer})`, options);
    this.pointer = pointer;
  }
}

/**
 * What a client throws for a response that it cannot read.
 *
 * @public
 */
export class MalformedResponse extends MalformedMessage {
  override readonly name = "MalformedResponse";
  readonly statusCode: number;

  constructor(reason: string, details: { pointer: string; statusCode: number; cause?: unknown }) {
    super(reason, details.pointer, "cause" in details ? { cause: details.cause } : undefined);
    this.statusCode = details.statusCode;
  }
}

/** Inside a codec: what is wrong, and the way to it, innermost first. The protocols turn it into a malformed message. */
export class Mismatch extends Error {
  readonly path: (string | number)[] = [];

  get pointer(): string {
    return this.path
      .map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`)
      .reverse()
      .join("");
  }
}

/** Runs a client's reading: what it could not read becomes a `MalformedResponse`. */
export const asMalformedResponse = <T>(
  statusCode: number,
  read: () => Awaitable<T>,
): Awaitable<T> =>
  translate(
    read,
    (error) => new MalformedResponse(error.message, { pointer: error.pointer, statusCode }),
  );

/** Runs what reads a message; its mismatch becomes the malformed message it is thrown as. */
export function translate<T>(
  read: () => Awaitable<T>,
  malformed: (error: Mismatch) => MalformedMessage,
): Awaitable<T> {
  const rethrow = (error: unknown): never => {
    throw error instanceof Mismatch ? malformed(error) : error;
  };
  try {
    const value = read();
    return value instanceof Promise ? value.catch(rethrow) : value;
  } catch (error) {
    return rethrow(error);
  }
}

/** Adds the member, index or key that a container was reading to whatever went wrong there. */
export function within(error: unknown, key: string | number | undefined): unknown {
  if (error instanceof Mismatch && key !== undefined) error.path.push(key);
  return error;
}

/** A mismatch between what was expected and the JSON-like value that was found. */
export const expected = (what: string, found: unknown): Mismatch =>
  new Mismatch(`Expected ${what}, found ${describe(found)}.`);

function describe(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "an array";
  switch (typeof value) {
    case "string":
      return "a string";
    case "boolean":
      return "a boolean";
    case "object":
      return value instanceof ExactNumber ? "a number" : "an object";
    default:
      return "a number";
  }
}
