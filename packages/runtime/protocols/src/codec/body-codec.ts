import type { $SchemaRef } from "@smithy/types";
import { resolveSchema } from "@tinsmith/schema";
import type { NumberKinds, ServerProtocolOptions } from "../protocol.js";

/** Writes a value as a body. */
export type WriteBody = (value: unknown) => string | Uint8Array;

/**
 * Reads the value of a body; an empty body is `undefined`. Throws a `Mismatch` if it is invalid.
 */
export type ReadBody = (body: string | Uint8Array) => unknown;

/** Returns the reader of a shape. The reader is compiled on first use. */
export type BodyReaders = (reference: $SchemaRef) => ReadBody;

/** A document format (JSON, CBOR, XML). Compiles one writer and one reader for each schema. */
export interface BodyCodec {
  writer(reference: $SchemaRef): WriteBody;
  /** Readers for clients. */
  readonly reader: BodyReaders;
}

/** Creates the readers of a document format for servers. */
export type StrictReaders = (options: ServerProtocolOptions) => BodyReaders;

/** Options of readers. */
export interface Reading {
  readonly strict: boolean;
  readonly maxDepth: number;
  readonly kinds?: NumberKinds | undefined;
}

/** Options of a client's readers. */
export const lenient: Reading = { strict: false, maxDepth: 1000 };

/** Creates the readers of a client on first use. */
export function lenientReaders(compileReaders: (reading: Reading) => BodyReaders): BodyReaders {
  let reader: BodyReaders | undefined;
  return (reference) => (reader ??= cachedReaders(compileReaders(lenient)))(reference);
}

/** Caches the reader of each shape. */
export function cachedReaders(compile: BodyReaders): BodyReaders {
  const compiled = new WeakMap<object, ReadBody>();
  return (reference) => {
    const { schema } = resolveSchema(reference);
    if (typeof schema === "number") return compile(reference);
    let read = compiled.get(schema);
    if (!read) {
      read = compile(reference);
      compiled.set(schema, read);
    }
    return read;
  };
}
