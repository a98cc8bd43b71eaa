import { Sentinel } from "@tinsmith/schema";
import { copyJson } from "@tinsmith/values";
import { valueTypeOf } from "../value-types/value-type.js";
import type { ReadDefault } from "./fill-defaults.js";

/** Converts a default to a value. Creates a new one each time, because callers may modify it. */
export const readDefault: ReadDefault = ({ schema }, node, types) => {
  if (typeof schema === "number") {
    const type = valueTypeOf(types, schema);
    if (type !== undefined) return type.fromNode(schema, node);
    // Longs beyond the safe integers are strings.
    if (schema === Sentinel.number)
      return typeof node === "string" && /^-?\d+$/.test(node) ? BigInt(node) : Number(node);
  }
  return copyJson(node);
};
