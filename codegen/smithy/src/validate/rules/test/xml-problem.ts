/**
 * Returns the reason why a text is not XML, as the message of the reference implementation's
 * parser; `undefined` if it is well-formed. Document types are not allowed.
 */
export function xmlProblem(text: string): string | undefined {
  const open: string[] = [];
  let hasRoot = false;
  let index = text.startsWith("\uFEFF") ? 1 : 0;
  if (text.trim() === "") return "Premature end of file.";
  while (index < text.length) {
    if (text.charAt(index) !== "<") {
      const next = text.indexOf("<", index);
      const end = next < 0 ? text.length : next;
      const problem = textProblem(text.slice(index, end), open.length > 0, hasRoot);
      if (problem !== undefined) return problem;
      index = end;
      continue;
    }
    const skipped = skip(text, index, open.length > 0);
    if (typeof skipped === "string") return skipped;
    if (skipped !== undefined) {
      index = skipped;
      continue;
    }
    markup.lastIndex = index;
    const match = markup.exec(text);
    if (match === null) return tagProblem(text, index);
    index = markup.lastIndex;
    const [, end, start, attributes = "", empty] = match;
    if (end !== undefined) {
      const name = open.pop();
      if (name === undefined) return afterRoot;
      if (name !== end) return unterminated(name);
      continue;
    }
    if (start === undefined) continue;
    if (hasRoot && open.length === 0) return afterRoot;
    hasRoot = true;
    const twice = repeated(
      [...attributes.matchAll(/([^\s=]+)\s*=/g)].map(([, name]) => name ?? ""),
    );
    if (twice !== undefined) {
      return `Attribute "${twice}" was already specified for element "${start}".`;
    }
    if (empty !== "/") open.push(start);
  }
  return open.length > 0 || !hasRoot
    ? "XML document structures must start and end within the same entity."
    : undefined;
}

const name = "[A-Za-z_:][\\w:.\\-\\u00b7-\\uffff]*";

/** An end tag, or a start tag with its attributes. */
const markup = new RegExp(
  `</(${name})\\s*>|<(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
  "y",
);

const afterRoot = "The markup in the document following the root element must be well-formed.";
const unterminated = (element: string): string =>
  `The element type "${element}" must be terminated by the matching end-tag "</${element}>".`;

/**
 * The end of a comment, an instruction or a section of text; `undefined` if the text is none of
 * these.
 */
function skip(text: string, index: number, isInside: boolean): number | string | undefined {
  for (const [begin, end] of [
    ["<!--", "-->"],
    ["<?", "?>"],
    ...(isInside ? [["<![CDATA[", "]]>"] as const] : []),
  ] as const) {
    if (!text.startsWith(begin, index)) continue;
    const found = text.indexOf(end, index + begin.length);
    return found < 0
      ? "XML document structures must start and end within the same entity."
      : found + end.length;
  }
  return text.startsWith("<!DOCTYPE", index)
    ? 'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.'
    : undefined;
}

function textProblem(text: string, isInside: boolean, hasRoot: boolean): string | undefined {
  if (isInside) {
    const [, reference] =
      /&(?!(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);)([\w.:-]*)/.exec(text) ?? [];
    if (reference === undefined) return undefined;
    return reference === ""
      ? "The entity name must immediately follow the '&' in the entity reference."
      : `The reference to entity "${reference}" must end with the ';' delimiter.`;
  }
  if (text.trim() === "") return undefined;
  return `Content is not allowed in ${hasRoot ? "trailing section" : "prolog"}.`;
}

/** Describes the fault in an invalid tag. */
function tagProblem(text: string, index: number): string {
  const [, end] = /^<\/([^\s>]*)/.exec(text.slice(index, index + 200)) ?? [];
  if (end !== undefined) return unterminated(end);
  const [, element] = /^<([A-Za-z_:][^\s/>]*)/.exec(text.slice(index, index + 200)) ?? [];
  if (element === undefined) {
    return "The content of elements must consist of well-formed character data or markup.";
  }
  return text.indexOf(">", index) < 0
    ? "XML document structures must start and end within the same entity."
    : `Element type "${element}" must be followed by either attribute specifications, ">" or "/>".`;
}

const repeated = (names: readonly string[]): string | undefined =>
  names.find((one, index) => names.indexOf(one) !== index);
