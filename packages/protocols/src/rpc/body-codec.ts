import type { $SchemaRef } from "@smithy/types";
import type { NumberKinds, ProtocolOptions } from "../protocol.js";
import { resolveSchema } from "../schema/resolve.js";

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
  /** A server's reading. */
  strictReaders(options: ProtocolOptions): BodyReaders;
}

/** How strictly to read. */
export interface Reading {
  readonly strict: boolean;
  readonly maxDepth: number;
  readonly kinds?: NumberKinds | undefined;
}

/** How deep a message may nest unless the options say otherwise. */
const defaultMaxDepth = 128;
const lenient: Reading = { strict: false, maxDepth: 1000 };
const unconstrained: NumberKinds = {};

/** Makes a codec of a format's compilers; all protocols with the same constraints share what is compiled. */
export const createBodyCodec = (
  writer: BodyCodec["writer"],
  compileReaders: (reading: Reading) => BodyReaders,
): BodyCodec => {
  const strict = new WeakMap<NumberKinds, BodyReaders>();
  let reader: BodyReaders | undefined;
  return {
    writer,
    reader: (reference) => (reader ??= keeping(compileReaders(lenient)))(reference),
    strictReaders: ({ constraints = unconstrained, maxDepth }) => {
      const known = maxDepth === undefined ? strict.get(constraints) : undefined;
      if (known) return known;
      const readers = keeping(
        compileReaders({ strict: true, maxDepth: maxDepth ?? defaultMaxDepth, kinds: constraints }),
      );
      if (maxDepth === undefined) strict.set(constraints, readers);
      return readers;
    },
  };
};

/** Keeps each shape's reader. */
const keeping = (compile: BodyReaders): BodyReaders => {
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
};
