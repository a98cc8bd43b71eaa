import type { Model, NodeObject } from "@tinsmith/smithy";
import type { ServicePlan } from "./service-plan.js";

/**
 * The body of a recorded message. Text is stored as it was sent. Other bodies have their bytes in
 * base64 and a form that people can read.
 */
export type RecordedBody =
  | { readonly kind: "text"; readonly text: string }
  /** CBOR, with its value in the diagnostic notation of RFC 8949. */
  | { readonly kind: "cbor"; readonly base64: string; readonly notation: string }
  /** Frames of `application/vnd.amazon.eventstream`. */
  | {
      readonly kind: "events";
      readonly base64: string;
      readonly events: readonly RecordedEvent[];
    }
  | { readonly kind: "bytes"; readonly base64: string };

/** A frame of an event stream. */
export interface RecordedEvent {
  readonly headers: readonly RecordedHeader[];
  readonly payload: Exclude<RecordedBody, { readonly kind: "events" }>;
}

/** A header in the spelling and at the place in which it was sent. */
export type RecordedHeader = readonly [name: string, value: string];

/** A request as it was sent. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query, as in the first line of the message. */
  readonly target: string;
  readonly headers: readonly RecordedHeader[];
  readonly body: RecordedBody;
}

/** A response as it was received. */
export interface RecordedResponse {
  readonly status: number;
  readonly headers: readonly RecordedHeader[];
  readonly body: RecordedBody;
}

/** One call of an operation: its input, its messages and its result. */
export interface Recording {
  /** The name of the operation. */
  readonly operation: string;
  /** The title of the example; absent for a sample, which the recorder made. */
  readonly title?: string;
  /** The input in the form of the JSON AST: timestamps and blobs are text. */
  readonly input: NodeObject;
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
  /** The result of a successful call. Streams are lists of events, or base64. */
  readonly output?: NodeObject;
  /** The error of a call that failed. */
  readonly error?: { readonly name: string; readonly message: string; readonly data: NodeObject };
  /**
   * True if a test has to override the response, because the server itself does not produce the
   * error of the example.
   */
  readonly arranged?: true;
}

/** A call that could not be recorded. */
export interface UnrecordedCall {
  readonly operation: string;
  readonly title?: string;
  readonly reason: string;
}

/** The recorded calls of a service. */
export interface Recordings {
  readonly calls: readonly Recording[];
  readonly unrecorded: readonly UnrecordedCall[];
}

/** The settings of a recorder. */
export interface RecordingOrder {
  readonly plan: ServicePlan;
  readonly model: Model;
  /** The endpoint that the calls are addressed to. Nothing is sent there. */
  readonly endpoint: string;
  readonly region: string;
  /** The time at which the calls happen, as ISO 8601. */
  readonly clock: string;
  /** The module of a mock server with hand-written behavior, as a URL or a package. */
  readonly server?: string;
  /** Imports a module of the configuration. */
  load(specifier: string): Promise<unknown>;
}

/**
 * Runs the examples of a service, and a sample of each operation without an example, against a
 * server in the same process. The same settings result in the same recordings.
 */
export type Recorder = (order: RecordingOrder) => Promise<Recordings>;
