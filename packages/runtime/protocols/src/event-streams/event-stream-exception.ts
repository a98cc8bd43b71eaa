import type { ResponseError } from "../protocol.js";

/** What iterating over a stream of events throws when the other side ends it with an error. */
export class EventStreamException extends Error {
  override readonly name = "EventStreamException";
  /** The error as if it had been a response's; its status is that of the stream, 200. */
  readonly error: ResponseError;

  constructor(error: ResponseError) {
    super(error.message ?? error.code);
    this.error = error;
  }
}
