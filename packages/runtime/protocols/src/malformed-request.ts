import { MalformedMessage, translate } from "./malformed-message.js";
import type { Awaitable } from "./protocol.js";

/**
 * What a server throws for a request that is not what the model says.
 *
 * @public
 */
export class MalformedRequest extends MalformedMessage {
  override readonly name = "MalformedRequest";
  /** The error's name on the wire. */
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

/** Runs a server's reading: what it could not read becomes a `MalformedRequest`. */
export const asMalformedRequest = <T>(read: () => Awaitable<T>): Awaitable<T> =>
  translate(read, (error) => new MalformedRequest(error.message, { pointer: error.pointer }));
