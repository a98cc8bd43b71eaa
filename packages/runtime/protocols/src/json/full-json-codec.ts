import type { BodyCodec } from "../codec/body-codec.js";
import { allJsonParts } from "./all-json-parts.js";
import { jsonCodecOf } from "./json-codec.js";
import type { JsonStyle } from "./json-style.js";

/** Creates the codec for the JSON bodies of one protocol. */
export const createJsonCodec = (style: JsonStyle): BodyCodec => jsonCodecOf(style, allJsonParts);
