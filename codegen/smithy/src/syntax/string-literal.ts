/** The value of a string literal, or the reason why it has none. */
export type LiteralValue = { readonly value: string } | { readonly problem: string };

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/**
 * Reads the content of a quoted string: line breaks become `\n`, escapes become their characters.
 */
export function readQuotedString(content: string): LiteralValue {
  if (content.includes("\\") || content.includes("\r")) {
    return withoutControls(unescape(content.replace(/\r\n?/g, "\n")), content);
  }
  return withoutControls({ value: content }, content);
}

/** Reads the content of a text block: its lines, with escapes resolved. */
export function readTextBlock(content: string): LiteralValue {
  if (content === "") return { problem: "Text block is empty" };
  const lines = textBlockLines(content);
  if (!lines) return { problem: "Text block must start with a new line" };
  return withoutControls(unescape(lines.join("\n")), content);
}

/**
 * Returns the literal, unless its text contains a character that has to be escaped (QuotedChar of
 * the grammar).
 */
function withoutControls(literal: LiteralValue, content: string): LiteralValue {
  // oxlint-disable-next-line no-control-regex -- the pattern finds control characters
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.exec(content);
  if (!control || "problem" in literal) return literal;
  return { problem: `Invalid string character: \`${control[0]}\`` };
}

/**
 * The lines of a text block, without the first line break, the common indentation, and trailing
 * spaces. `undefined` if text follows the opening quotes directly.
 */
export function textBlockLines(content: string): readonly string[] | undefined {
  const text = content.replace(/\r\n?/g, "\n").replace(/^[ \t]+(?=\n)/, "");
  if (!text.startsWith("\n")) return undefined;
  const lines = text.slice(1).split("\n");
  const last = lines.length - 1;
  let indentation = Infinity;
  lines.forEach((line, index) => {
    // Blank lines do not count for the indentation, except for the last line, on which the closing
    // quotes are.
    if (index === last || line.trim() !== "") {
      indentation = Math.min(indentation, line.length - line.replace(/^ +/, "").length);
    }
  });
  return lines.map((line) => trimTrailingSpaces(line.slice(indentation)));
}

/**
 * Removes spaces at the end. A regular expression would retry every run of spaces up to its end.
 */
function trimTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === " ") end--;
  return line.slice(0, end);
}

function unescape(text: string): LiteralValue {
  let value = "";
  let from = 0;
  for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", from)) {
    value += text.slice(from, at);
    const code = text[at + 1] ?? "";
    const simple = simpleEscapes[code];
    if (simple !== undefined) {
      value += simple;
      from = at + 2;
    } else if (code === "\n") {
      from = at + 2;
    } else if (code === "u") {
      const digits = text.slice(at + 2, at + 6);
      const invalid = /[^0-9a-fA-F]/.exec(digits);
      if (invalid) return { problem: `Invalid unicode escape character: \`${invalid[0]}\`` };
      if (digits.length < 4) return { problem: "Invalid unclosed unicode escape found in string" };
      value += String.fromCharCode(Number.parseInt(digits, 16));
      from = at + 6;
    } else {
      return { problem: `Invalid escape found in string: \`\\${code}\`` };
    }
  }
  return { value: value + text.slice(from) };
}
