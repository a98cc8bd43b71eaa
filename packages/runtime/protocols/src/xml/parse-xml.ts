import { parseXML } from "@aws-sdk/xml-builder";
import { Mismatch } from "../malformed-message.js";
import { isRecord } from "../values/members.js";

/** The contents of an element: text only, or attributes and children by name. */
export type XmlContent = string | Readonly<Record<string, unknown>>;

/** Parses a document and returns its root element. @throws Mismatch if the text is not XML */
export function parseXml(text: string): { name: string; content: XmlContent } {
  let parsed: unknown;
  try {
    parsed = parseXML(text);
  } catch {
    throw new Mismatch("The body is not XML.");
  }
  const name = isRecord(parsed) ? Object.keys(parsed)[0] : undefined;
  if (!isRecord(parsed) || name === undefined) throw new Mismatch("The body is not XML.");
  return { name, content: contentOf(parsed[name]) };
}

/** Returns the child elements with a name. */
export function childrenOf(content: XmlContent, name: string): XmlContent[] {
  if (typeof content === "string" || !Object.hasOwn(content, name)) return [];
  const found = content[name];
  return Array.isArray(found)
    ? found
        // The parser adds properties of Object.prototype with the same name to the children.
        .filter((child: unknown) => typeof child === "string" || isRecord(child))
        .map(contentOf)
    : [contentOf(found)];
}

/** Returns the first child element with a name. */
export const childOf = (content: XmlContent, name: string): XmlContent | undefined =>
  childrenOf(content, name)[0];

/** Returns the text of an element. */
export function textIn(content: XmlContent): string {
  if (typeof content === "string") return content;
  const text = content["#text"];
  return typeof text === "string" ? text : "";
}

const contentOf = (value: unknown): XmlContent =>
  typeof value === "string" ? value : isRecord(value) ? value : "";
