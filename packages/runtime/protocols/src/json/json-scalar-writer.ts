import { Sentinel } from "@tinsmith/schema";
import { valueTypeOf } from "../value-types/value-type.js";
import type { WriteJson } from "./json-forms.js";
import type { JsonStyle } from "./json-style.js";
import type { JsonParts } from "./json-parts.js";
import { quote } from "../values/quote.js";

/**
 * Creates the writer of a simple shape. The writer does not check types: it writes other values
 * unchanged.
 */
export function jsonScalarWriter(
  schema: number,
  style: JsonStyle,
  { types }: JsonParts,
): WriteJson {
  const write =
    (valueTypeOf(types, schema) ?? valueTypeOf(types, Sentinel.document))?.writeJson(
      schema,
      style,
    ) ?? writePlain;
  return schema === Sentinel.string
    ? (value) => (typeof value === "string" ? quote(value) : write(value))
    : write;
}

/**
 * Writes a value for a service without documents. JSON cannot represent NaN, infinities and big
 * integers.
 */
const writePlain: WriteJson = (value) =>
  (typeof value === "number" && !Number.isFinite(value)) || typeof value === "string"
    ? quote(String(value))
    : typeof value === "bigint"
      ? String(value)
      : (JSON.stringify(value) ?? unwritable(value));

function unwritable(value: unknown): never {
  throw new TypeError(`JSON cannot represent a ${typeof value}.`);
}
