import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { comingFromRuby } from "../guides/coming-from-ruby.js";
import type { GuideNames, GuideSection } from "../guides/guide.js";
import { rubyGuidePage } from "../site/plan-places.js";
import { renderText } from "../text/render-text.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/**
 * Creates the guide for users of the Ruby client, with the counterparts of its features and
 * options.
 */
export function createRubyGuidePage(names: GuideNames, context: PageContext): Page {
  const { title } = context.site.plan;
  return {
    path: rubyGuidePage,
    title: "Coming from Ruby",
    description: `The TypeScript counterparts of all features and options of the Ruby client of ${title}.`,
    section: "Guides",
    content: [
      h("p", { className: ["kicker"], dataSkip: "" }, "Guide"),
      h("h1", "Coming from Ruby"),
      ...renderText(
        `\`${names.clientPackage}\` has the features of the Ruby client, under the names of the AWS SDK for JavaScript. Features without a counterpart are marked.`,
      ),
      ...comingFromRuby(names).flatMap(section),
    ],
  };
}

function section({ id, title, rows }: GuideSection): ElementContent[] {
  return [
    h("h2", { id }, title),
    h("div", { className: ["scroll"], tabIndex: 0 }, [
      h("table", [
        h("thead", [
          h("tr", [h("th", { scope: "col" }, "Ruby"), h("th", { scope: "col" }, "TypeScript")]),
        ]),
        h(
          "tbody",
          rows.map(([there, here]) => h("tr", [cell(there), cell(here)])),
        ),
      ]),
    ]),
  ];
}

function cell(markdown: string): Element {
  return h(
    "td",
    renderText(markdown).flatMap((node) => (node.type === "element" ? node.children : [node])),
  );
}
