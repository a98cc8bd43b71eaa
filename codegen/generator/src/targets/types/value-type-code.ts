import type { NamedKind, PayloadSide, ValueType } from "@tinsmith/service";
import { code, symbol } from "../../code/code.js";
import type { CodeSymbol, Hole } from "../../code/code.js";

/** Returns the TypeScript type of a value. */
export function valueTypeCode(type: ValueType): Hole {
  switch (type.kind) {
    case "boolean":
    case "string":
      return type.kind;
    case "number":
      return "number";
    case "bigInteger":
      return "bigint";
    case "bigDecimal":
      return numericValue;
    case "timestamp":
      return "Date";
    case "blob":
      return "Uint8Array";
    case "payloadBlob":
      return type.side === "input" ? runtimeType("BlobPayloadInputTypes") : "Uint8Array";
    case "streamingBlob":
      return runtimeType(streamTypes[type.side]);
    case "document":
      return runtimeType("DocumentType");
    case "unit":
      return code`Record<string, never>`;
    case "named":
      return namedType(type.typeName, type.of);
    case "eventStream":
      return code`AsyncIterable<${namedType(type.typeName, "union")}>`;
    case "list": {
      const member = valueTypeCode(type.member);
      return type.sparse ? code`(${member} | null)[]` : code`${member}[]`;
    }
    case "map":
      return mapTypeCode(type);
  }
}

/** Returns a type of `@smithy/types`. */
export function runtimeType(name: string): CodeSymbol {
  return symbol(name, "@smithy/types", { typeOnly: true });
}

const numericValue = symbol("NumericValue", "@smithy/core/serde", { typeOnly: true });

const streamTypes: Readonly<Record<PayloadSide, string>> = {
  input: "StreamingBlobPayloadInputTypes",
  output: "StreamingBlobPayloadOutputTypes",
  both: "StreamingBlobTypes",
};

function namedType(name: string, of: NamedKind): CodeSymbol {
  return symbol(name, homes[of], { typeOnly: true, alias: `${name}Type` });
}

const homes: Readonly<Record<NamedKind, string>> = {
  structure: "./structures.js",
  error: "./errors.js",
  union: "./structures.js",
  enum: "./enums.js",
  intEnum: "./enums.js",
};

function mapTypeCode(type: Extract<ValueType, { kind: "map" }>): Hole {
  const value = type.sparse ? code`${valueTypeCode(type.value)} | null` : valueTypeCode(type.value);
  return type.key.kind === "named"
    ? code`Partial<Record<${valueTypeCode(type.key)}, ${value}>>`
    : code`Record<string, ${value}>`;
}
