import type { $SchemaRef } from "@smithy/types";
import type { NumberKinds, ProtocolOptions } from "../protocol.js";
import type { BodyCodec, ReadBody } from "../rpc/body-codec.js";
import { textOf } from "../values/bytes.js";
import { createJsonReaders, type JsonReaders } from "./json-reader.js";
import { createJsonWriters, type JsonWriting } from "./json-writer.js";

/** How deep a message may nest unless the options say otherwise. */
export const defaultMaxDepth = 128;

/** JSON bodies in the manner of one protocol. */
export const createJsonCodec = (style: JsonWriting): BodyCodec => {
  const { jsonName, timestamps } = style;
  const writer = createJsonWriters(style);
  const lenient = createJsonReaders({ strict: false, jsonName, timestamps, maxDepth: 1000 });
  const unconstrained: NumberKinds = {};
  const strict = new WeakMap<NumberKinds, JsonReaders>();

  const strictReaders = (kinds: NumberKinds, maxDepth: number): JsonReaders =>
    createJsonReaders({ strict: true, jsonName, timestamps, maxDepth, kinds });

  /** Readers are shared by all protocols with the same constraints, unless a depth of their own is asked for. */
  const strictReadersFor = ({
    constraints = unconstrained,
    maxDepth,
  }: ProtocolOptions): JsonReaders => {
    if (maxDepth !== undefined) return strictReaders(constraints, maxDepth);
    const known = strict.get(constraints);
    if (known) return known;
    const readers = strictReaders(constraints, defaultMaxDepth);
    strict.set(constraints, readers);
    return readers;
  };

  return {
    writer,
    reader: (reference) => bodyReader(lenient, reference),
    strictReader: (options) => {
      const readers = strictReadersFor(options);
      return (reference) => bodyReader(readers, reference);
    },
  };
};

const bodyReader = (readers: JsonReaders, reference: $SchemaRef): ReadBody => {
  const read = readers.text(reference);
  return (body) => (body.length === 0 ? undefined : read(textOf(body)));
};
