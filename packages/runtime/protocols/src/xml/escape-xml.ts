import type { XmlNamespace } from "./xml-style.js";

// eslint-disable-next-line no-control-regex -- parsers change or drop these, so they are escaped
const special = /[&<>"'\u0000-\u0008\u000a-\u001f\u0085\u2028]/g;

const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Escapes the text of an element or attribute. */
export const escapeXml = (text: string): string =>
  text.replace(
    special,
    (character) => named[character] ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
  );

/** Writes ` xmlns:prefix="uri"`, or nothing. */
export const namespaceAttribute = (namespace: XmlNamespace | undefined): string =>
  namespace === undefined
    ? ""
    : ` xmlns${namespace[0] === "" ? "" : `:${namespace[0]}`}="${escapeXml(namespace[1])}"`;
