import type { $SchemaRef } from "@smithy/types";
import { resolveSchema } from "@tinsmith/schema";
import type { NumberKinds, ServerProtocolOptions } from "../protocol.js";

/** Writes a value as a body. */
export type WriteBody = (value: unknown) => string | Uint8Array;

/** Reads the value of a body; an empty one is `undefined`. Wrong bodies are thrown as a `Mismatch`. */
export type ReadBody = (body: string | Uint8Array) => unknown;

/** Finds the reader of a shape, compiled when first asked for. */
export type BodyReaders = (reference: $SchemaRef) => ReadBody;

/** A document format (JSON, CBOR, XML) whose writers and readers are compiled from schemas, each once. */
export interface BodyCodec {
  writer(reference: $SchemaRef): WriteBody;
  /** A client's reading. */
  readonly reader: BodyReaders;
}

/** A server's reading of a document format. */
export type StrictReaders = (options: ServerProtocolOptions) => BodyReaders;

/** How strictly to read. */
export interface Reading {
  readonly strict: boolean;
  readonly maxDepth: number;
  readonly kinds?: NumberKinds | undefined;
}

/** How a client reads. */
export const lenient: Reading = { strict: false, maxDepth: 1000 };

/** Compiles the readers of a client when it first asks for one. */
export function lenientReaders(compileReaders: (reading: Reading) => BodyReaders): BodyReaders {
  let reader: BodyReaders | undefined;
  return (reference) => (reader ??= keeping(compileReaders(lenient)))(reference);
}

/** Keeps each shape's reader. */
export function keeping(compile: BodyReaders): BodyReaders {
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
