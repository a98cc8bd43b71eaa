import type { RequestCase, ResponseCase } from "./message-cases.js";

/** The value of an event's header, under the name of its type. Blobs are in Base64, timestamps as RFC 3339 or in seconds. */
export type EventHeaderCase =
  | { readonly boolean: boolean }
  | { readonly byte: number }
  | { readonly short: number }
  | { readonly integer: number }
  | { readonly long: number }
  | { readonly blob: string }
  | { readonly string: string }
  | { readonly timestamp: string | number };

/** What an event must look like. A part that is absent is not looked at. */
export interface EventCase {
  readonly headers?: Readonly<Record<string, EventHeaderCase>>;
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
  /** Compared as `bodyMediaType` says. */
  readonly body?: string;
  readonly bodyMediaType?: string;
  /** The whole event for a reader, in Base64; without it the event is made of headers and body. */
  readonly bytes?: string;
}

/**
 * Messages of `smithy.test#eventStreamTests`: the events of both directions and what opens the streams.
 */
export interface EventStreamCase {
  readonly initialRequest?: RequestCase;
  readonly initialResponse?: ResponseCase;
  readonly requestEvents: readonly EventCase[];
  readonly responseEvents: readonly EventCase[];
}
