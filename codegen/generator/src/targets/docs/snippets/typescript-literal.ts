import { isNodeArray } from "@tinsmith/smithy";
import type { NodeValue } from "@tinsmith/smithy";
import type { ServicePlan, ValueType } from "@tinsmith/service";
import { elementTypes, memberType } from "./value-walk.js";

/** Returns a value of a type as a TypeScript expression, on several lines unless it is short. */
export function typescriptLiteral(
  value: NodeValue | undefined,
  type: ValueType | undefined,
  plan: ServicePlan,
  indent = "",
): string {
  if (value === undefined) return "undefined";
  if (typeof value === "string" || typeof value === "number") return scalar(value, type);
  if (value === null || typeof value === "boolean") return String(value);
  const deeper = `${indent}  `;
  if (isNodeArray(value)) {
    const element = type && elementTypes(type).value;
    const items = value.map((item) => typescriptLiteral(item, element, plan, deeper));
    return layOut("[", items, "]", indent);
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const of = type && memberType(type, key, plan);
    return `${propertyName(key)}: ${typescriptLiteral(item, of, plan, deeper)}`;
  });
  return layOut("{", entries, "}", indent);
}

/**
 * Returns a property name of an object literal. `__proto__` is computed, because a plain one would
 * set the prototype.
 */
export function propertyName(name: string): string {
  if (name === "__proto__") return `["__proto__"]`;
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : JSON.stringify(name);
}

function scalar(value: string | number, type: ValueType | undefined): string {
  switch (type?.kind) {
    case "timestamp":
      return `new Date(${JSON.stringify(typeof value === "number" ? value * 1000 : value)})`;
    case "blob":
    case "payloadBlob":
    case "streamingBlob":
      return `Buffer.from(${JSON.stringify(value)}, "base64")`;
    case "bigInteger":
      return `BigInt(${JSON.stringify(String(value))})`;
    default:
      return JSON.stringify(value);
  }
}

function layOut(open: string, parts: readonly string[], close: string, indent: string): string {
  if (parts.length === 0) return `${open}${close}`;
  const padding = open === "{" ? " " : "";
  const line = `${open}${padding}${parts.join(", ")}${padding}${close}`;
  if (!line.includes("\n") && line.length + indent.length <= 72) return line;
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join("")}${indent}${close}`;
}
