import { isDeepStrictEqual } from "node:util";
import { cbor } from "@smithy/core/cbor";
import { NumericValue } from "@smithy/core/serde";
import { parseXML } from "@aws-sdk/xml-builder";
import { isRecord } from "../../src/schema/members.js";

/** The difference between two values in words, or `undefined`. Numbers of every kind are compared by value. */
export const difference = (actual: unknown, expected: unknown): string | undefined => {
  const [left, right] = [comparable(actual), comparable(expected)];
  return isDeepStrictEqual(left, right) ? undefined : `expected ${show(right)}, got ${show(left)}`;
};

/** Compares bodies as their media type says. */
export const bodyDifference = (
  actual: string | Uint8Array,
  expected: string,
  mediaType: string,
): string | undefined => {
  if (mediaType.endsWith("cbor")) {
    const bytes = Uint8Array.from(Buffer.from(expected, "base64"));
    if (bytes.length === 0) return actual.length === 0 ? undefined : "expected no body";
    if (typeof actual === "string") return "expected bytes";
    return difference(decode(actual), decode(bytes));
  }
  const text = typeof actual === "string" ? actual : new TextDecoder().decode(actual);
  if (expected === "") return text === "" ? undefined : `expected no body, got ${text}`;
  if (mediaType.endsWith("json")) {
    return text === "" ? "expected a body" : difference(JSON.parse(text), JSON.parse(expected));
  }
  if (mediaType.endsWith("xml")) {
    return text === ""
      ? "expected a body"
      : difference(sortedXml(parseXML(text)), sortedXml(parseXML(expected)));
  }
  if (mediaType.endsWith("x-www-form-urlencoded")) {
    const pairs = (form: string) =>
      form
        .replaceAll("\n", "")
        .split("&")
        .map((pair) => pair.trim())
        .sort();
    return difference(pairs(text), pairs(expected));
  }
  return difference(text, expected);
};

const decode = (bytes: Uint8Array): unknown => cbor.deserialize(bytes);

const comparable = (value: unknown): unknown => {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number")
    return value === 0 ? 0 : Object.is(Math.fround(value), value) ? value : value;
  if (value instanceof NumericValue) return Number(value.string);
  if (value instanceof Date) return { date: value.getTime() };
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString("base64") };
  if (Array.isArray(value)) return value.map(comparable);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, comparable(item)]),
  );
};

/** Text around elements does not count; repeated elements keep their order. */
const sortedXml = (value: unknown): unknown => {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(sortedXml);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]) => [name, sortedXml(item)])
      .filter(([name, item]) => name !== "#text" || item !== ""),
  );
};

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
};
