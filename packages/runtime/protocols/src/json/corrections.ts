import { Sentinel, isList, isMap, isUnion, resolveSchema } from "@tinsmith/schema";
import { valueTypeOf } from "../value-types/value-type.js";
import type { JsonParts } from "./json-parts.js";

/**
 * Returns the zero value of a required member that a server omitted.
 * Smithy: https://smithy.io/2.0/spec/aggregate-types.html#client-error-correction
 */
export const corrections: NonNullable<JsonParts["corrections"]> = (reference, types, read) => {
  const { schema, memberTraits } = resolveSchema(reference);
  if (memberTraits["clientOptional"] === 1) return undefined;
  if (typeof schema !== "number") {
    if (isList(schema)) return [];
    // The intended variant of the union is unknown.
    return isUnion(schema) ? { $unknown: ["", null] } : isMap(schema) ? {} : read(reference)({}, 0);
  }
  if (schema >= Sentinel.list) return schema >= Sentinel.map ? {} : [];
  return schema === Sentinel.string
    ? ""
    : schema === Sentinel.number
      ? 0
      : schema === Sentinel.boolean
        ? false
        : valueTypeOf(types, schema)?.zero(schema);
};
