import { Sentinel } from "@tinsmith/schema";
import type { BodyCodec, ReadBody } from "../codec/body-codec.js";
import { valueTypeOf } from "../value-types/value-type.js";
import { textOf } from "../values/bytes.js";
import type { JsonParts } from "./json-parts.js";

/**
 * Returns the reader of a body of any form, such as that of an error. Only services with documents
 * need digits beyond those of a double there.
 */
export const anyReader = (codec: BodyCodec, { types }: JsonParts): ReadBody =>
  valueTypeOf(types, Sentinel.document)
    ? codec.reader(Sentinel.document)
    : (body) => (body.length === 0 ? undefined : JSON.parse(textOf(body)));
