import { MalformedMessage, translate } from "./malformed-message.js";
import type { Awaitable } from "./protocol.js";

/**
 * The error that a server throws for a request that does not match the model.
 *
 * @public
 */
export class MalformedRequest extends MalformedMessage {
  override readonly name = "MalformedRequest";
  /** The name of the error in the response. */
  readonly code: string;
  readonly statusCode: number;

  constructor(
    reason: string,
    details: { pointer?: string; code?: string; statusCode?: number; cause?: unknown } = {},
  ) {
    super(reason, details.pointer ?? "", "cause" in details ? { cause: details.cause } : undefined);
    this.code = details.code ?? "SerializationException";
    this.statusCode = details.statusCode ?? 400;
  }
}

/** Runs a server's reader and converts a `Mismatch` to a `MalformedRequest`. */
export const asMalformedRequest = <T>(read: () => Awaitable<T>): Awaitable<T> =>
  translate(read, (error) => new MalformedRequest(error.message, { pointer: error.pointer }));
