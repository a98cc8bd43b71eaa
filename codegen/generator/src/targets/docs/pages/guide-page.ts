import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { comingFromRuby } from "../guides/coming-from-ruby.js";
import type { GuideNames, GuideSection } from "../guides/guide.js";
import { rubyGuidePage } from "../site/plan-places.js";
import { renderText } from "../text/render-text.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/** For those who know the Ruby client: what each of its features and options is here. */
export function createRubyGuidePage(names: GuideNames, context: PageContext): Page {
  const { title } = context.site.plan;
  return {
    path: rubyGuidePage,
    title: "Coming from Ruby",
    description: `What each feature and option of the Ruby client of ${title} is in TypeScript.`,
    section: "Guides",
    content: [
      h("p", { className: ["kicker"], dataSkip: "" }, "Guide"),
      h("h1", "Coming from Ruby"),
      ...renderText(
        `\`${names.clientPackage}\` does what the Ruby client does, under names that code for the AWS SDK for JavaScript has. What has no counterpart says so.`,
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
