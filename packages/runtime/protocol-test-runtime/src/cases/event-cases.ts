import type { RequestCase, ResponseCase } from "./message-cases.js";

/**
 * The value of an event's header under the name of its type. Blobs are in Base64, timestamps in RFC
 * 3339 or in seconds.
 */
export type EventHeaderCase =
  | { readonly boolean: boolean }
  | { readonly byte: number }
  | { readonly short: number }
  | { readonly integer: number }
  | { readonly long: number }
  | { readonly blob: string }
  | { readonly string: string }
  | { readonly timestamp: string | number };

/** The expected parts of an event. Omitted parts are not compared. */
export interface EventCase {
  readonly headers?: Readonly<Record<string, EventHeaderCase>>;
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
  /** Compared according to `bodyMediaType`. */
  readonly body?: string;
  readonly bodyMediaType?: string;
  /**
   * The whole event as Base64, for cases in which it is read. By default the event consists of
   * headers and body.
   */
  readonly bytes?: string;
}

/**
 * A case of `smithy.test#eventStreamTests`: the events of both directions, and the messages that
 * open the streams.
 */
export interface EventStreamCase {
  readonly initialRequest?: RequestCase;
  readonly initialResponse?: ResponseCase;
  readonly requestEvents: readonly EventCase[];
  readonly responseEvents: readonly EventCase[];
}
