import { createCssVariablesTheme, createHighlighterCoreSync } from "@shikijs/core";
import type { HighlighterCore } from "@shikijs/core";
import { createJavaScriptRawEngine } from "@shikijs/engine-javascript/raw";
import json from "@shikijs/langs-precompiled/json";
import smithy from "@shikijs/langs-precompiled/smithy";
import typescript from "@shikijs/langs-precompiled/typescript";
import type { Element, ElementContent } from "hast";
import { remember } from "../remember.js";

/**
 * The languages of snippets. `http` is a message: a start line, headers and a JSON body. Shell
 * commands are colored without a grammar, because that grammar is the largest of all and commands
 * have little to color.
 */
export type SnippetLanguage = "typescript" | "json" | "smithy" | "shellscript" | "http" | "text";

type Grammar = Exclude<SnippetLanguage, "http" | "shellscript" | "text">;

/**
 * CSS classes by role. Inline styles of a theme would be blocked by the content security policy,
 * and the style sheet can switch between light and dark.
 */
const classes: ReadonlyMap<string, string> = new Map([
  ["var(--token-constant)", "tc"],
  ["var(--token-string)", "ts"],
  ["var(--token-string-expression)", "ts"],
  ["var(--token-comment)", "tm"],
  ["var(--token-keyword)", "tk"],
  ["var(--token-parameter)", "tp"],
  ["var(--token-function)", "tf"],
  ["var(--token-link)", "ts"],
]);

const theme = "roles";
let highlighter: HighlighterCore | undefined;

/**
 * Returns the code as colored spans; plain text stays text. Results are cached, because the first
 * example of a service is on two pages and most edits do not affect examples. Trees are never
 * modified.
 */
export const highlight = remember(
  500,
  (code: string, language: SnippetLanguage) => `${language} ${code}`,
  highlightUnknown,
);

function highlightUnknown(code: string, language: SnippetLanguage): ElementContent[] {
  switch (language) {
    case "http":
      return highlightMessage(code);
    case "shellscript":
      return highlightCommands(code);
    case "text":
      return [{ type: "text", value: code }];
    case "typescript":
    case "json":
    case "smithy":
      return highlightGrammar(code, language);
  }
}

/** Highlights names of programs, options and quoted words. */
function highlightCommands(code: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  const token =
    /\\[^]|('[^']*'|"[^"]*")|(?<=\s)(--?[A-Za-z][\w-]*)|(?<=^(?:\w+=\S+ )*)([a-z][\w-]*)(?=[ \n]|$)|[^]/gm;
  for (const [text, quoted, option, program] of code.matchAll(token)) {
    const className = quoted ? "ts" : option ? "tf" : program ? "tk" : undefined;
    append(nodes, text, className);
  }
  return nodes;
}

function highlightGrammar(code: string, language: Grammar): ElementContent[] {
  // The grammars are precompiled to JavaScript expressions, because translation takes a third of a
  // second.
  highlighter ??= createHighlighterCoreSync({
    themes: [createCssVariablesTheme({ name: theme, variablePrefix: "--" })],
    langs: [typescript, json, smithy],
    engine: createJavaScriptRawEngine(),
  });
  const nodes: ElementContent[] = [];
  const lines = highlighter.codeToTokensBase(code, { lang: language, theme, tokenizeTimeLimit: 0 });
  lines.forEach((line, index) => {
    if (index > 0) append(nodes, "\n", undefined);
    for (const token of line) append(nodes, token.content, classes.get(token.color ?? ""));
  });
  return nodes;
}

function highlightMessage(message: string): ElementContent[] {
  const split = message.indexOf("\n\n");
  const head = split < 0 ? message : message.slice(0, split);
  const nodes: ElementContent[] = [];
  head.split("\n").forEach((line, index) => {
    if (index > 0) append(nodes, "\n", undefined);
    const header = index === 0 ? null : /^([^:]+)(:.*)$/.exec(line);
    if (!header) return append(nodes, line, index === 0 ? "tk" : undefined);
    append(nodes, header[1] ?? "", "tf");
    append(nodes, header[2] ?? "", undefined);
  });
  if (split < 0) return nodes;
  append(nodes, "\n\n", undefined);
  const body = message.slice(split + 2);
  if (/^\s*[[{]/.test(body)) return [...nodes, ...highlightGrammar(body, "json")];
  append(nodes, body, undefined);
  return nodes;
}

/**
 * Appends text, merged with the previous node if the class is the same or the text is whitespace.
 */
function append(nodes: ElementContent[], text: string, className: string | undefined): void {
  if (text === "") return;
  const last = nodes.at(-1);
  if (className === undefined || text.trim() === "") {
    if (last?.type === "text") last.value += text;
    else nodes.push({ type: "text", value: text });
    return;
  }
  const inside = last?.type === "element" ? last.children[0] : undefined;
  if (last?.type === "element" && inside?.type === "text" && classOf(last) === className) {
    inside.value += text;
    return;
  }
  nodes.push({
    type: "element",
    tagName: "span",
    properties: { className: [className] },
    children: [{ type: "text", value: text }],
  });
}

function classOf({ properties }: Element): string | undefined {
  const { className } = properties;
  return Array.isArray(className) ? String(className[0]) : undefined;
}
