import type { $SchemaRef } from "@smithy/types";
import type { ProtocolOptions } from "../protocol.js";

/** Writes a value as a body. */
export type WriteBody = (value: unknown) => string | Uint8Array;

/** Reads the value of a body; an empty one is `undefined`. Wrong bodies are thrown as a `Mismatch`. */
export type ReadBody = (body: string | Uint8Array) => unknown;

/** A document format (JSON, CBOR) whose writers and readers are compiled from schemas, each once. */
export interface BodyCodec {
  writer(reference: $SchemaRef): WriteBody;
  /** A client's reading. */
  reader(reference: $SchemaRef): ReadBody;
  /** A server's reading. */
  strictReader(options: ProtocolOptions): (reference: $SchemaRef) => ReadBody;
}
