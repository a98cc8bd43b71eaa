export { createJsonCodec } from "../json/full-json-codec.js";
export { quote } from "../values/quote.js";
export type { JsonForms, WriteJson } from "../json/json-forms.js";
export type { JsonStyle } from "../json/json-style.js";
export { Mismatch, expected } from "../malformed-message.js";
export type { BodyCodec } from "../codec/body-codec.js";
export type { CompileShape, ReplaceShapes, ShapeParts } from "../schema/shape-compiler.js";
export type { ReadTree } from "../tree/tree-reader.js";
export { chosenMember, isRecord, memberValue, setOwn } from "../values/members.js";
