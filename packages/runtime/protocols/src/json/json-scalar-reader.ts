import { Sentinel } from "@tinsmith/schema";
import { expected } from "../malformed-message.js";
import type { NumberKind } from "../protocol.js";
import type { ReadTree } from "../tree/tree-reader.js";
import { valueTypeOf } from "../value-types/value-type.js";
import { specialNumber } from "../values/special-numbers.js";
import type { ExactNumbers, JsonParts } from "./json-parts.js";
import type { JsonStyle } from "./json-style.js";

/** Options for reading a simple shape. */
export interface ScalarReading {
  readonly style: JsonStyle;
  readonly parts: JsonParts;
  /** The readers of a server that differ from those of clients. Clients do not bundle them. */
  readonly strict: StrictJson | undefined;
  readonly maxDepth: number;
  readonly kind: NumberKind | undefined;
  /** Called for a number beyond the safe integers. Such a number may differ from its text. */
  onUnsafe(this: void): void;
}

/** The parts of JSON reading that only servers use. */
export interface StrictJson {
  number(kind: NumberKind | undefined, onUnsafe: () => void): ReadTree;
  isBase64(text: string): boolean;
  /** @throws Mismatch if the body is not UTF-8 */
  textOf(body: string | Uint8Array): string;
  /** Parses JSON. If `exact`, numbers that would lose digits become an `ExactNumber`. */
  parse(text: string, exact: boolean): unknown;
}

/** Creates the reader of a simple shape. Smithy: https://smithy.io/2.0/spec/simple-types.html */
export function jsonScalarReader(
  schema: number,
  { style, parts, strict, maxDepth, kind, onUnsafe }: ScalarReading,
): ReadTree {
  switch (schema) {
    case Sentinel.string:
      return (value) => {
        if (typeof value === "string") return value;
        if (strict || typeof value === "object") throw expected("a string", value);
        return String(value);
      };
    case Sentinel.boolean:
      return (value) => {
        if (typeof value === "boolean") return value;
        if (!strict && (value === "true" || value === "false")) return value === "true";
        throw expected("a boolean", value);
      };
    case Sentinel.number:
      return strict ? strict.number(kind, onUnsafe) : lenientNumber(onUnsafe, parts.exact);
    default: {
      const type = valueTypeOf(parts.types, schema);
      if (type !== undefined) return type.readJson(schema, { style, strict, maxDepth });
      throw new TypeError(`Unknown schema sentinel ${schema}.`);
    }
  }
}

const lenientNumber =
  (onUnsafe: () => void, exact: ExactNumbers | undefined): ReadTree =>
  (value) => {
    if (typeof value === "number") {
      if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) onUnsafe();
      return value;
    }
    if (typeof value === "string") {
      const number = specialNumber(value) ?? (value.trim() === "" ? Number.NaN : Number(value));
      if (!Number.isNaN(number) || value === "NaN") return number;
    }
    const nearest = exact?.nearest(value);
    if (nearest === undefined) throw expected("a number", value);
    return nearest;
  };
