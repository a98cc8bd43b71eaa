import type { Awaitable } from "./protocol.js";
import { ExactNumber } from "./values/exact-number.js";

/**
 * A message that does not have the expected form.
 *
 * @public
 */
export abstract class MalformedMessage extends Error {
  /**
   * The position in the message as a JSON pointer (RFC 6901) of member names, indexes and keys.
   * `""` is the whole message.
   */
  readonly pointer: string;

  constructor(reason: string, pointer: string, options?: ErrorOptions) {
    super(pointer === "" ? reason : `${reason} (at ${pointer})`, options);
    this.pointer = pointer;
  }
}

/**
 * The error that a client throws for a response that it cannot read.
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

/** Thrown by codecs for an invalid value. Protocols convert it to a {@link MalformedMessage}. */
export class Mismatch extends Error {
  /** The path of the value, beginning with the innermost key. */
  readonly path: (string | number)[] = [];

  get pointer(): string {
    return this.path
      .map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`)
      .reverse()
      .join("");
  }
}

/** Runs a client's reader and converts a `Mismatch` to a `MalformedResponse`. */
export const asMalformedResponse = <T>(
  statusCode: number,
  read: () => Awaitable<T>,
): Awaitable<T> =>
  translate(
    read,
    (error) => new MalformedResponse(error.message, { pointer: error.pointer, statusCode }),
  );

/** Runs a reader and converts a `Mismatch` that it throws. */
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

/** Adds the member, index or key that was being read to the path of a `Mismatch`. */
export function within(error: unknown, key: string | number | undefined): unknown {
  if (error instanceof Mismatch && key !== undefined) error.path.push(key);
  return error;
}

/** Creates a `Mismatch` that names the expected and the actual type. */
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
