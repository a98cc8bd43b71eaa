import { isDate, isWebStream } from "@tinsmith/values";

const MAX_LENGTH = 1000;

/**
 * Formats a value on one line, for logs. Long strings are truncated; bytes and streams are replaced
 * with a placeholder.
 */
export function inspectValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(truncate(value));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return String(value);
  if (isDate(value)) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (ArrayBuffer.isView(value)) return `<${value.byteLength} bytes>`;
  if (Array.isArray(value)) return `[${value.map(inspectValue).join(", ")}]`;
  if (isStream(value)) return "<a stream>";
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return "{}";
  return `{ ${members.map(([name, member]) => `${key(name)}: ${inspectValue(member)}`).join(", ")} }`;
}

/** Returns true for values that reading would consume. */
const isStream = (value: object): boolean =>
  Symbol.asyncIterator in value || isWebStream(value) || value instanceof Blob;

const key = (name: string): string => (/^[\w$]+$/.test(name) ? name : JSON.stringify(name));

const truncate = (text: string): string =>
  text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}… (${text.length} characters)` : text;
