import { XMLParser, XMLValidator } from "fast-xml-parser";
import { recordOf } from "@tinsmith/values";

/** An element as data: attributes with `@`, text as `#text`, and children in lists by name. */
export interface XmlElement {
  readonly [part: string]: string | readonly XmlElement[];
}

interface ParsedNode {
  readonly [part: string]: unknown;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // This option decodes more names than XML defines, but numeric references require it.
  htmlEntities: true,
});

/**
 * Parses a document into data that ignores whitespace between elements, and the order of children
 * with different names.
 *
 * @throws SyntaxError if the document is not well-formed
 */
export function parseXml(text: string): XmlElement {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new SyntaxError(`line ${valid.err.line}: ${valid.err.msg}`);
  const parsed: unknown = parser.parse(text);
  return toElement(nodesOf(parsed), {});
}

function toElement(nodes: readonly ParsedNode[], attributes: ParsedNode): XmlElement {
  const children: Record<string, XmlElement[]> = {};
  let content = "";
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key !== ":@") ?? "";
    if (name === "#text") content += String(node[name]);
    else if (!name.startsWith("?"))
      (children[name] ??= []).push(toElement(nodesOf(node[name]), recordOf(node[":@"])));
  }
  const hasChildren = Object.keys(children).length > 0;
  return {
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)])),
    // Text next to child elements has no meaning, because structures, lists and maps do not contain
    // text.
    ...(content !== "" && !hasChildren && { "#text": content }),
    ...children,
  };
}

const nodesOf = (value: unknown): readonly ParsedNode[] =>
  Array.isArray(value) ? value.map(recordOf) : [];
