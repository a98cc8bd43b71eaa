import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { highlight } from "../highlight/highlight.js";
import type { SnippetLanguage } from "../highlight/highlight.js";
import type { Snippet } from "../snippets/snippets.js";

/** Returns highlighted code with a copy button, which a script enables. */
export function codeBlock(code: string, language: SnippetLanguage, caption?: string): Element {
  return h("figure", { className: ["code"] }, [
    ...(caption === undefined ? [] : [h("figcaption", caption)]),
    h("button", { type: "button", className: ["copy"], dataSkip: "" }, "Copy"),
    h("pre", [h("code", { className: [`language-${language}`] }, highlight(code, language))]),
    ...unfold(code),
  ]);
}

/** Code with more lines than this is folded. Wrapped lines count as several. */
const foldedLines = 26;
const charactersPerLine = 60;

/** Returns the control that shows all of long code. It works without a script. */
function unfold(code: string): ElementContent[] {
  const lines = code.split("\n");
  const wrapped = lines.reduce(
    (sum, { length }) => sum + Math.max(1, Math.ceil(length / charactersPerLine)),
    0,
  );
  if (wrapped <= foldedLines) return [];
  return [
    h("label", { className: ["unfold"], dataSkip: "" }, [
      h("input", { type: "checkbox" }),
      h(
        "span",
        { className: ["more"] },
        `Show all ${lines.length > 1 ? `${lines.length} lines` : "of it"}`,
      ),
      h("span", { className: ["less"] }, "Show less"),
    ]),
  ];
}

/**
 * Returns snippets as tabs that work without a script: radio buttons select the visible panel. A
 * script only applies the choice to the other examples. `name` is unique on the page.
 */
export function tabs(name: string, label: string, snippets: readonly Snippet[]): Element {
  const [first] = snippets;
  const controls: ElementContent[] = [];
  const panels: ElementContent[] = [];
  for (const snippet of snippets) {
    const id = `${name}-${snippet.key}`;
    controls.push(
      h("input", {
        type: "radio",
        name,
        id,
        value: snippet.key,
        className: [`tab-${snippet.key}`],
        checked: snippet === first,
        dataSkip: "",
      }),
      h("label", { htmlFor: id, dataSkip: "" }, snippet.label),
    );
    panels.push(
      h(
        "div",
        { className: ["panel", `panel-${snippet.key}`], dataLabel: snippet.label },
        snippet.blocks.map(({ code, language, caption }) => codeBlock(code, language, caption)),
      ),
    );
  }
  return h("fieldset", { className: ["tabs"] }, [
    h("legend", { className: ["hidden"], dataSkip: "" }, label),
    ...controls,
    ...panels,
  ]);
}
