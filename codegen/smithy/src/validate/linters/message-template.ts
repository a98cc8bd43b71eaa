import { resolvePath, toMessageText } from "../../select/attribute-value.js";
import type { AttributeValue } from "../../select/attribute-value.js";
import { parsePath, parseSegment } from "../../select/parse-selector.js";
import { SelectorReader } from "../../select/selector-reader.js";
import { SelectorSyntaxError } from "../../select/selector-syntax.js";
import { ConfigurationError } from "./linter.js";

/** Formats the message of a finding of a selector by a template. */
export type MessageTemplate = (value: AttributeValue) => string;

/**
 * Parses a template (Smithy specification, "Message templates"): `@{id|name}` inserts a value, `@@`
 * inserts an at sign.
 *
 * @throws ConfigurationError if an at sign begins neither of them.
 */
export function parseTemplate(text: string): MessageTemplate {
  const parts: MessageTemplate[] = [];
  let rest = text;
  for (let at = rest.indexOf("@"); at >= 0; at = rest.indexOf("@")) {
    const literal = rest.slice(0, at);
    parts.push(() => literal);
    if (rest.startsWith("@@", at)) {
      parts.push(() => "@");
      rest = rest.slice(at + 2);
    } else {
      const end = rest.indexOf("}", at);
      if (!rest.startsWith("@{", at) || end < 0) throw invalid(text);
      parts.push(parseValue(rest.slice(at + 2, end), text));
      rest = rest.slice(end + 1);
    }
  }
  return (value) => parts.map((part) => part(value)).join("") + rest;
}

function parseValue(text: string, template: string): MessageTemplate {
  try {
    const reader = new SelectorReader(text);
    const path = parsePath(reader, parseSegment(reader));
    if (reader.peek() !== "") throw invalid(template);
    return (value) => toMessageText(resolvePath(value, path));
  } catch (problem) {
    if (problem instanceof SelectorSyntaxError) throw invalid(template);
    throw problem;
  }
}

const invalid = (template: string): ConfigurationError =>
  new ConfigurationError(
    `\`${template}\` is not a message template: every \`@\` must begin \`@{path}\` or \`@@\``,
  );
