import { cbor } from "@smithy/core/cbor";
import { parse } from "lossless-json";
import { ExactNumber } from "./exact-number.js";
import { differences } from "./values.js";
import { parseXml } from "./xml.js";
import type { XmlElement } from "./xml.js";

export interface BodyComparison {
  /** The media type of the bodies. Bodies of an unknown type are compared byte for byte. */
  readonly mediaType: string;
  /** True if request ids are ignored. Servers generate them, so cases cannot contain them. */
  readonly ignoreRequestIds?: boolean;
  /** True if a timestamp in UTC equals a timestamp with an offset that means the same instant. */
  readonly datesInUtc?: boolean;
}

type Reader = (body: Uint8Array, comparison: BodyComparison) => unknown;

/** Compares bodies by their meaning, according to their media type. */
export async function bodyDifferences(
  actual: Uint8Array,
  expected: string,
  comparison: BodyComparison,
): Promise<readonly string[]> {
  const shouldBe = bodyBytes(expected, comparison.mediaType);
  if (shouldBe.length === 0)
    return actual.length === 0 ? [] : [`body: expected none, got ${textOf(actual)}`];
  const read = readerOf(comparison.mediaType);
  let value: unknown;
  try {
    value = read(actual, comparison);
  } catch (error) {
    return [`body: ${error instanceof Error ? error.message : String(error)}: ${textOf(actual)}`];
  }
  return differences(value, read(shouldBe, comparison), "body");
}

/** Returns the bytes of a case's body. Bodies of binary types are in Base64. */
export const bodyBytes = (body: string, mediaType: string): Uint8Array =>
  Uint8Array.from(Buffer.from(body, isBinary(mediaType) ? "base64" : "utf8"));

const isBinary = (mediaType: string): boolean => /[/+]cbor$|eventstream$/.test(mediaType);

function readerOf(mediaType: string): Reader {
  if (/[/+]json$/.test(mediaType)) return readJson;
  if (/[/+]xml$/.test(mediaType)) return readXml;
  if (/[/+]cbor$/.test(mediaType)) return (body) => cbor.deserialize(body);
  if (mediaType === "application/x-www-form-urlencoded") return readForm;
  return (body) => body;
}

const readJson: Reader = (body) => parse(textOf(body), null, (digits) => new ExactNumber(digits));

/** The names under which protocols put the request id directly below the root. */
const requestIds = new Set(["RequestId", "requestId", "RequestID", "ResponseMetadata"]);

const readXml: Reader = (body, { ignoreRequestIds = false, datesInUtc = false }) => {
  const document = parseXml(textOf(body));
  const counted = ignoreRequestIds ? mapValues(document, withoutRequestIds) : document;
  return datesInUtc ? inUtc(counted) : counted;
};

/** RFC 3339 with an offset and without fractions. */
const offsetDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

const inUtc = (element: XmlElement): XmlElement =>
  Object.fromEntries(
    Object.entries(element).map(([name, part]) => {
      if (typeof part !== "string") return [name, part.map(inUtc)];
      const isDate = offsetDate.test(part);
      return [name, isDate ? new Date(part).toISOString().replace(".000Z", "Z") : part];
    }),
  );

const mapValues = (document: XmlElement, change: (element: XmlElement) => XmlElement): XmlElement =>
  Object.fromEntries(
    Object.entries(document).map(([name, part]) => [
      name,
      typeof part === "string" ? part : part.map(change),
    ]),
  );

const withoutRequestIds = (root: XmlElement): XmlElement =>
  Object.fromEntries(Object.entries(root).filter(([name]) => !requestIds.has(name)));

/** Returns the decoded parameters in sorted order, because their order has no meaning. */
const readForm: Reader = (body) =>
  [...new URLSearchParams(textOf(body).replaceAll(/\s*\n\s*/g, ""))]
    .map(([name, value]) => `${name}=${value}`)
    .sort();

const textOf = (body: Uint8Array): string => new TextDecoder().decode(body);
