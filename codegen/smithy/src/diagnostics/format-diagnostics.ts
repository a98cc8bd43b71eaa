import type { Span } from "../source/source-file.js";
import type { Diagnostic, Severity } from "./diagnostic.js";

/** Options of `formatDiagnostics`. */
export interface FormatOptions {
  /** Adds ANSI colors. Off by default. */
  readonly color?: boolean;
}

/**
 * Formats diagnostics for people: the message, `path:line:column`, the line with the place
 * underlined, related places, and a hint. Diagnostics are separated by a blank line; `""` if there
 * are none.
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: FormatOptions = {},
): string {
  const paint = options.color === true ? colored : plain;
  return diagnostics.map((diagnostic) => `${formatOne(diagnostic, paint)}\n`).join("\n");
}

/**
 * Formats an event on one line, as the reference implementation does: `[ERROR] ns#Shape: message |
 * Id file:line:column`.
 */
export function describeDiagnostic(diagnostic: Diagnostic, message: string): string {
  const { severity, shapeId, code, span } = diagnostic;
  const place = span ? ` ${placeOf(span)}` : "";
  return `[${severity}] ${shapeId ?? "-"}: ${message} | ${code}${place}`;
}

type Style = "bold" | "red" | "yellow" | "blue" | "dim";
type Paint = (style: Style, text: string) => string;

const plain: Paint = (_, text) => text;

const codes: Readonly<Record<Style, number>> = { bold: 1, red: 31, yellow: 33, blue: 34, dim: 2 };
const colored: Paint = (style, text) => `\u001B[${codes[style]}m${text}\u001B[0m`;

const severityStyles: Readonly<Record<Severity, Style>> = {
  ERROR: "red",
  DANGER: "red",
  WARNING: "yellow",
  NOTE: "blue",
  SUPPRESSED: "dim",
};

function formatOne(diagnostic: Diagnostic, paint: Paint): string {
  const { severity, code, shapeId, span, related = [], hint } = diagnostic;
  // If the unexpected token is a line break, print it escaped, so that the message stays on one
  // line.
  const message = diagnostic.message.replaceAll(/\('(.*?)\r?\n'\)/g, "('$1\\n')");
  const style = severityStyles[severity];
  const of = shapeId === undefined ? "" : paint("dim", ` (${shapeId})`);
  const title = `${paint(style, severity)} ${paint("dim", code)}: ${paint("bold", visible(message))}${of}`;
  const lines = [title];
  if (span) lines.push(...formatFrame(span, style, paint));
  for (const { span: place, message: reason } of related) {
    lines.push(`  ${paint("dim", "see")} ${placeOf(place)}: ${reason}`);
    lines.push(...formatFrame(place, "blue", paint).slice(1));
  }
  if (hint !== undefined) lines.push(`  ${paint("blue", "hint")}: ${hint}`);
  return lines.join("\n");
}

/** Returns the start of a span as `path:line:column`. */
export function placeOf({ file, start }: Span): string {
  const { line, column } = file.positionAt(start);
  return `${file.path}:${line}:${column}`;
}

/**
 * The maximum length of a printed line. Of longer lines, only the part around the location is
 * shown.
 */
const widest = 160;

/** Replaces characters that move the cursor or change colors; the length stays the same. */
const visible = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (character) => {
    if (character === "\t" || character === "\n") return character;
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\uFFFD";
  });

function formatFrame(span: Span, style: Style, paint: Paint): readonly string[] {
  const { file, start, end } = span;
  const { line, column } = file.positionAt(start);
  const last = file.positionAt(Math.max(start, end - 1));
  const text = file.lineText(line);
  const from = text.length > widest ? Math.max(0, column - 1 - widest / 2) : 0;
  const shown = visible(text.slice(from, from + widest));
  const offset = column - 1 - from;
  // A span over several lines is underlined to the end of its first line.
  const wanted = last.line === line ? end - start : text.length - column + 1;
  const width = Math.max(1, Math.min(wanted, shown.length - offset));
  const number = String(line);
  // Tabs are kept, so that the underline is aligned with the text above it.
  const indent = shown.slice(0, offset).replace(/[^\t]/g, " ");
  const gutter = " ".repeat(number.length);
  return [
    `  ${paint("dim", "at")} ${file.path}:${line}:${column}`,
    `  ${paint("dim", `${number} |`)} ${shown}`,
    `  ${paint("dim", `${gutter} |`)} ${indent}${paint(style, "^".repeat(width))}`,
  ];
}
