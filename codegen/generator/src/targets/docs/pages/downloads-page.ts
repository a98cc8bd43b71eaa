import type { Element } from "hast";
import { h } from "hastscript";
import { schemaFile } from "../output/json-schema.js";
import { downloadsPage } from "../site/plan-places.js";
import { renderText } from "../text/render-text.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/** A file for programs: its path, its form, and what it contains or lacks. */
type Download = readonly [path: string, form: string, text: string];

const downloads: readonly Download[] = [
  ["model.json", "Smithy JSON AST", "The whole model. Smithy tools and `tinsmith` read it."],
  [
    schemaFile,
    "JSON Schema 2020-12",
    "A definition of each shape as a JSON value, with its constraints: timestamps are RFC 3339 strings, blobs are base64, event streams are lists. It lacks operations, errors by operation, the bindings of the protocol, and patterns that JavaScript rejects.",
  ],
  ["llms.txt", "Markdown", "A table of contents for language models."],
  ["llms-full.txt", "Markdown", "All pages in one file."],
  ["anchors.json", "JSON", "The address of each shape, member and guide in this documentation."],
];

/** Creates the page of files for programs. */
export function createDownloadsPage(context: PageContext): Page {
  const { title } = context.site.plan;
  return {
    path: downloadsPage,
    title: "Downloads",
    description: `The model of ${title} as JSON AST and as JSON Schema, and the documentation as text.`,
    section: "Overview",
    content: [
      h("p", { className: ["kicker"], dataSkip: "" }, "Reference"),
      h("h1", "Downloads"),
      h("div", { className: ["scroll"], tabIndex: 0 }, [
        h("table", [
          h("thead", [
            h(
              "tr",
              ["File", "Form", "Content"].map((column) => h("th", { scope: "col" }, column)),
            ),
          ]),
          h(
            "tbody",
            downloads.map((download) => row(download, context)),
          ),
        ]),
      ]),
    ],
  };
}

function row([path, form, text]: Download, context: PageContext): Element {
  const isJson = path.endsWith(".json");
  return h("tr", [
    h("th", { scope: "row" }, [
      h("a", { href: context.href(path), ...(isJson && { download: "" }) }, [h("code", path)]),
    ]),
    h("td", form),
    h(
      "td",
      renderText(text).flatMap((node) => (node.type === "element" ? node.children : [node])),
    ),
  ]);
}
