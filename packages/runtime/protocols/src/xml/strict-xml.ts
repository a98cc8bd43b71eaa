import { strictTextOf } from "../codec/strict-text.js";
import { Mismatch } from "../malformed-message.js";
import { parseXml } from "./parse-xml.js";
import type { XmlContent } from "./parse-xml.js";

/**
 * Parses a document of a client. The parser accepts more than XML allows: undeclared entities, a
 * bare `&`, text after the root element.
 *
 * @throws Mismatch if it is not well-formed XML 1.0 in UTF-8
 */
export function parseStrictXml(body: string | Uint8Array): { name: string; content: XmlContent } {
  const text = strictTextOf(body);
  return parseXml(wellFormed(text));
}

const name = String.raw`[^\s<>/="'&!?]+`;
const reference = String.raw`&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});`;
const quoted = String.raw`(?:"(?:[^<&"]|${reference})*"|'(?:[^<&']|${reference})*')`;

/**
 * One piece of a document. Document type declarations, and with them entities, are not accepted.
 */
const piece = new RegExp(
  String.raw`<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|</(?<end>${name})\s*>|` +
    String.raw`<(?<start>${name})(?<attributes>(?:\s+${name}\s*=\s*${quoted})*)\s*(?<empty>/?)>|` +
    String.raw`(?<text>(?:[^<&]|${reference})+)`,
  "gy",
);
const attributeName = new RegExp(String.raw`(${name})\s*=\s*${quoted}`, "g");
const references = /&#(?:x([\da-fA-F]+)|(\d+));/g;
/** A reference to a character that may need more than 16 bits. */
const wideReference = /&#(?:x[\da-f]{5,}|\d{5,});/i;
// eslint-disable-next-line no-control-regex -- These are the characters that XML excludes.
const excluded = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;

/**
 * Returns the document for the parser. The parser decodes only references of up to 16 bits
 * correctly.
 */
function wellFormed(text: string): string {
  if (excluded.test(text)) throw malformed("it has a character that XML excludes");
  let depth = 0;
  let roots = 0;
  let copy: string | undefined = wideReference.test(text) ? "" : undefined;
  piece.lastIndex = 0;
  for (let at = 0; at < text.length; at = piece.lastIndex) {
    piece.lastIndex = at;
    const groups = piece.exec(text)?.groups;
    if (groups === undefined) {
      throw malformed(
        text[at] === "&"
          ? "a reference is not known"
          : "a tag or a reference in it is not complete",
      );
    }
    const { start, end, attributes = "", empty, text: characters } = groups;
    if (start !== undefined) {
      if (depth === 0) roots += 1;
      if (empty === "") depth += 1;
      requireDistinct(attributes);
      requireCharacters(attributes);
    } else if (end !== undefined) depth -= 1;
    else if (characters !== undefined) {
      requireCharacters(characters);
      if (depth === 0 && characters.trim() !== "") {
        throw malformed("it has text outside its root element");
      }
    }
    if (copy !== undefined) {
      const source = text.slice(at, piece.lastIndex);
      copy +=
        start === undefined && characters === undefined ? source : source.replace(references, wide);
    }
    if (depth < 0 || roots > 1) throw malformed("it has more than one root element");
  }
  return copy ?? text;
}

function wide(source: string, hex: string | undefined, decimal: string | undefined): string {
  const point = pointOf(hex, decimal);
  return point > 0xffff ? String.fromCodePoint(point) : source;
}

const pointOf = (hex: string | undefined, decimal: string | undefined): number =>
  hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);

function requireCharacters(text: string): void {
  if (!text.includes("&#")) return;
  for (const [source, hex, decimal] of text.matchAll(references)) {
    const point = pointOf(hex, decimal);
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    if (point > 0x10ffff || isSurrogate || excluded.test(String.fromCodePoint(point))) {
      throw malformed(`${source} is not a character`);
    }
  }
}

function requireDistinct(attributes: string): void {
  const names = [...attributes.matchAll(attributeName)].map(([, name]) => name);
  if (new Set(names).size < names.length) throw malformed("an element has an attribute twice");
}

const malformed = (reason: string): Mismatch => new Mismatch(`The body is not XML: ${reason}.`);
