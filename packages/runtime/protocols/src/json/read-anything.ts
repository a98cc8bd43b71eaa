import { Sentinel } from "@tinsmith/schema";
import type { BodyCodec, ReadBody } from "../codec/body-codec.js";
import { valueTypeOf } from "../value-types/value-type.js";
import { textOf } from "../values/bytes.js";
import type { JsonParts } from "./json-parts.js";

/**
 * Returns the reader of a body of any shape, such as the body of an error. It preserves digits
 * beyond those of a double only for services with documents.
 */
export const anyReader = (codec: BodyCodec, { types }: JsonParts): ReadBody =>
  valueTypeOf(types, Sentinel.document)
    ? codec.reader(Sentinel.document)
    : (body) => (body.length === 0 ? undefined : JSON.parse(textOf(body)));
