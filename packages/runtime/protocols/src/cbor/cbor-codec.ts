import { cbor } from "@smithy/core/cbor";
import { lenientReaders } from "../codec/body-codec.js";
import type { BodyCodec, BodyReaders, Reading } from "../codec/body-codec.js";
import { readUnion } from "../tree/read-union.js";
import { createTreeReaders } from "../tree/tree-reader.js";
import { createTreeWriters } from "../tree/tree-writer.js";
import { bytesOf } from "../values/bytes.js";
import { cborScalarReader } from "./cbor-scalar-reader.js";
import { cborScalarWriter } from "./cbor-scalar-writer.js";
import { decodeCbor } from "./decode-cbor.js";

/**
 * Creates the codec for CBOR bodies.
 * Smithy: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
 */
export function createCborCodec(): BodyCodec {
  const tree = createTreeWriters(cborScalarWriter);
  return {
    writer: (reference) => {
      const write = tree(reference);
      return (value) => plain(cbor.serialize(write(value)));
    },
    reader: lenientReaders(createCborReaders),
  };
}

/** Creates the readers of CBOR bodies. */
export function createCborReaders(reading: Reading): BodyReaders {
  const { strict, maxDepth } = reading;
  const readers = createTreeReaders({
    union: readUnion,
    ...reading,
    jsonName: false,
    scalar: (schema, kind) => cborScalarReader(schema, strict, maxDepth, kind),
  });
  return (reference) => {
    const read = readers(reference);
    return (body) => {
      if (body.length === 0) return undefined;
      const value = decodeCbor(bytesOf(body), maxDepth);
      return value === null ? undefined : read(value, 0);
    };
  };
}

/** Converts a `Buffer` to a plain `Uint8Array`, because they compare and print differently. */
const plain = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
