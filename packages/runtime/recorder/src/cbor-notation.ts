import { NumericValue } from "@smithy/core/serde";
import { isRecord } from "@tinsmith/values";

/** Returns a decoded value in the diagnostic notation of CBOR (RFC 8949, section 8). */
export function notationOf(value: unknown, indent = ""): string {
  if (value === undefined) return "undefined";
  if (value instanceof Uint8Array) return `h'${Buffer.from(value).toString("hex")}'`;
  if (value instanceof Date) return `1(${value.getTime() / 1000})`;
  if (value instanceof NumericValue) return value.string;
  if (typeof value === "bigint" || typeof value === "number") return String(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return layOut(
      "[",
      value.map((item) => notationOf(item, deeper)),
      "]",
      indent,
    );
  }
  if (isRecord(value)) {
    if ("tag" in value && "value" in value) {
      return `${String(value["tag"])}(${notationOf(value["value"], indent)})`;
    }
    const entries = Object.entries(value).map(
      ([name, member]) => `${JSON.stringify(name)}: ${notationOf(member, deeper)}`,
    );
    return layOut("{", entries, "}", indent);
  }
  return JSON.stringify(value);
}

function layOut(open: string, parts: readonly string[], close: string, indent: string): string {
  if (parts.length === 0) return `${open}${close}`;
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(",\n")}\n${indent}${close}`;
}
