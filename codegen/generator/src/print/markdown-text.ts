/**
 * Matches code in CommonMark: fenced blocks, and spans between runs of backticks of equal length.
 */
const codePattern = /(?:^|\n)(```|~~~)[\s\S]*?(?:\n\1[^\n]*|$)|(`+)(?!`)[\s\S]*?[^`]\2(?!`)/g;

/** Changes the text outside of code. */
export function mapOutsideCode(text: string, change: (text: string) => string): string {
  let result = "";
  let end = 0;
  for (const match of text.matchAll(codePattern)) {
    result += change(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + change(text.slice(end));
}

export function withoutCode(text: string): string {
  return text.replace(codePattern, "");
}

/**
 * Escapes characters that TSDoc would read as a tag, an inline tag or HTML. Existing escapes are
 * preserved, and `<https://…>` becomes the bare address.
 */
export function escapeMarkup(text: string): string {
  return text.replace(
    /\\[\s\S]|<(https?:\/\/[^\s<>]+)>|[@{}]|<(?=[A-Za-z/!?])/g,
    (match, address: string | undefined) => {
      if (address !== undefined) return escapeMarkup(address);
      return match.startsWith("\\") ? match : `\\${match}`;
    },
  );
}

/** Escapes characters of plain text that Markdown would read as emphasis or code. */
export function escapePlainText(text: string): string {
  return escapeMarkup(text.replace(/\\/g, "\\\\").replace(/[`*]|(?<!\w)_|_(?!\w)/g, "\\$&"));
}

/** Formats text as a code span, with more backticks than any run of them in the text. */
export function codeSpan(text: string): string {
  const inner = text.replace(/\s+/g, " ").trim();
  if (inner === "") return "";
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map((run) => run[0].length));
  if (longest === 0) return `\`${inner}\``;
  const fence = "`".repeat(longest + 1);
  return `${fence} ${inner} ${fence}`;
}

/** Breaks a paragraph into lines of at most `width` characters, never inside a code span. */
export function wrapText(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, width))
    .join("\n");
}

/** The number of columns by which a line that its author broke may exceed the width. */
const slack = 8;

/**
 * Breaks long lines of Markdown. Code, tables and headings stay as they are, and the lines of a list
 * item continue below its text.
 */
export function wrapMarkdown(text: string, width: number): string {
  let fence: string | undefined;
  return text
    .split("\n")
    .map((line) => {
      const [, mark] = /^\s*(```|~~~)/.exec(line) ?? [];
      if (mark !== undefined && (fence ?? mark) === mark) {
        fence = fence === undefined ? mark : undefined;
        return line;
      }
      const isFixed = fence !== undefined || /^(?: {4}|\t|\s*[|#>])/.test(line);
      if (isFixed || line.length <= width + slack) return line;
      const [start = ""] = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?/.exec(line) ?? [];
      const indent = " ".repeat(start.length);
      const lines = wrapLine(line.slice(start.length), width - start.length).split("\n");
      return start + lines.join(`\n${indent}`);
    })
    .join("\n");
}

function wrapLine(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const [word] of text.matchAll(/(?:(`+)(?!`).*?[^`]\1(?!`)|\S)+/g)) {
    // A line must not begin with a word that starts a list, a quotation or a heading.
    const mayStartLine = !/^(?:[-+*>]|#+|\d+[.)])$/.test(word) && !word.startsWith(">");
    if (line !== "" && line.length + 1 + word.length > width && mayStartLine) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.join("\n");
}
