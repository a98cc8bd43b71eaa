import type { ResponseError } from "../protocol.js";

/** Thrown by the iteration over an event stream if the other side ends it with an error. */
export class EventStreamException extends Error {
  override readonly name = "EventStreamException";
  /** The error in the form of a response's error. Its status is that of the stream, 200. */
  readonly error: ResponseError;

  constructor(error: ResponseError) {
    super(error.message ?? error.code);
    this.error = error;
  }
}
