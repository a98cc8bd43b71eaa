import type { $SchemaRef } from "@smithy/types";
import type { StructureValue } from "../values/structure-value.js";

/** How a protocol writes and reads what events carry. */
export interface EventPayloads {
  readonly contentType: string;
  write(schema: $SchemaRef, value: unknown): string | Uint8Array;
  read(schema: $SchemaRef, body: Uint8Array): unknown;
}

/** The members beside the stream, which RPC protocols send as the first event. */
export interface InitialMessage {
  readonly type: "initial-request" | "initial-response";
  readonly schema: $SchemaRef;
  readonly value: StructureValue;
}

/** What was read of a stream: the initial message where there was one, and the events. */
export interface ReadEvents {
  readonly initial: StructureValue | undefined;
  readonly events: AsyncIterable<unknown>;
}

/**
 * Event streams for the protocols of a service that has them; kept out of the protocols so that the others
 * do not carry the framing. Smithy: https://smithy.io/2.0/aws/amazon-eventstream.html
 *
 * @public
 */
export interface EventStreams {
  /** Frames events; each chunk is one complete frame. */
  write(
    events: AsyncIterable<unknown>,
    union: $SchemaRef,
    payloads: EventPayloads,
    initial?: InitialMessage,
  ): AsyncIterable<Uint8Array>;
  /** Reads frames; waits for the first one only where an initial message may come (`initialSchema`). */
  read(
    body: AsyncIterable<Uint8Array>,
    union: $SchemaRef,
    payloads: EventPayloads,
    initialSchema?: $SchemaRef,
  ): Promise<ReadEvents>;
}
