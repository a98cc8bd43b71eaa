import type { $SchemaRef } from "@smithy/types";
import type { StructureValue } from "../values/structure-value.js";

/** Writes and reads the payloads of events in the format of a protocol. */
export interface EventPayloads {
  readonly contentType: string;
  write(schema: $SchemaRef, value: unknown): string | Uint8Array;
  read(schema: $SchemaRef, body: Uint8Array): unknown;
}

/** The members other than the stream. RPC protocols send them as the first event. */
export interface InitialMessage {
  readonly type: "initial-request" | "initial-response";
  readonly schema: $SchemaRef;
  readonly value: StructureValue;
}

/** The contents of a stream: its events, and its initial message if there is one. */
export interface ReadEvents {
  readonly initial: StructureValue | undefined;
  readonly events: AsyncIterable<unknown>;
}

/**
 * Writes and reads event streams. This code is separate from the protocols, so that clients of
 * services without event streams do not bundle it.
 * Smithy: https://smithy.io/2.0/aws/amazon-eventstream.html
 *
 * @public
 */
export interface EventStreams {
  /** Encodes events as frames. Each chunk of the result is one complete frame. */
  write(
    events: AsyncIterable<unknown>,
    union: $SchemaRef,
    payloads: EventPayloads,
    initial?: InitialMessage,
  ): AsyncIterable<Uint8Array>;
  /**
   * Decodes frames. Waits for the first frame only if it may be an initial message
   * (`initialSchema`).
   */
  read(
    body: AsyncIterable<Uint8Array>,
    union: $SchemaRef,
    payloads: EventPayloads,
    initialSchema?: $SchemaRef,
  ): Promise<ReadEvents>;
}
