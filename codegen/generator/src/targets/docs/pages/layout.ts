import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import {
  changesPage,
  clientPage,
  downloadsPage,
  errorsPage,
  overviewPage,
  rubyGuidePage,
  shapesPage,
} from "../site/plan-places.js";
import { markdownPath } from "../output/markdown.js";
import { breakable } from "./breakable.js";
import type { PageContext } from "./page-context.js";
import { breadcrumbs } from "./breadcrumbs.js";
import { linkHeadings } from "./heading-links.js";
import type { Page } from "./page.js";
import type { ManualSection } from "../site/site.js";

/**
 * Allows a page to load its own style sheet and scripts, and nothing else. It is a meta element,
 * because the site is opened from disk as well as served. Only scripts of the site run, so a page
 * with a console sends requests only to the address that its reader enters.
 */
function contentSecurityPolicy({ sendsRequests }: Page): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    ...(sendsRequests === true ? ["connect-src http: https:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Returns the whole document: head, navigation, the page, its table of contents. */
export function layOut(page: Page, context: PageContext): Root {
  const { plan } = context.site;
  const asset = (name: string): string => context.href(`assets/${name}`);
  const title = page.path === overviewPage ? page.title : `${page.title} · ${plan.title}`;
  const toc = page.isWide === true ? undefined : tableOfContents(page);
  return {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: "en", dataRoot: context.href("index.html").replace(/index\.html$/, "") }, [
        h("head", [
          h("meta", { charSet: "utf-8" }),
          h("meta", { httpEquiv: "Content-Security-Policy", content: contentSecurityPolicy(page) }),
          h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
          h("meta", { name: "color-scheme", content: "light dark" }),
          h("title", title),
          h("meta", { name: "description", content: page.description }),
          h("link", { rel: ["icon"], type: "image/svg+xml", href: asset("icon.svg") }),
          h("link", { rel: ["stylesheet"], href: asset("site.css") }),
          h("link", {
            rel: ["alternate"],
            type: "text/markdown",
            href: context.href(markdownPath(page.path)),
          }),
          ...redirect(page),
          h("script", { src: asset("early.js") }),
          h("script", { src: asset("site.js"), defer: true }),
        ]),
        h("body", [
          h("a", { className: ["skip"], href: "#content" }, "Skip to content"),
          header(context),
          h("div", { className: ["frame", ...(page.isWide === true ? ["wide"] : [])] }, [
            sideNavigation(page, context),
            h("main", { id: "content", tabIndex: -1 }, [
              ...breadcrumbs(page, context),
              h(
                "article",
                page.redirect === undefined ? {} : { dataMoved: "" },
                linkHeadings(page.content),
              ),
              footer(page, context),
            ]),
            ...(toc === undefined ? [] : [toc]),
          ]),
        ]),
      ]),
    ],
  };
}

/** Returns the redirect for browsers without scripts, which ignores anchors. */
function redirect({ redirect: address }: Page): readonly Element[] {
  if (address === undefined) return [];
  const content = `0; url=${address}`;
  return [h("noscript", [h("meta", { httpEquiv: "refresh", content })])];
}

function header(context: PageContext): Element {
  return h("header", { className: ["top"] }, [
    h("a", { className: ["brand"], href: context.href(overviewPage) }, context.site.plan.title),
    h(
      "button",
      { type: "button", className: ["theme-button"], ariaLabel: "Color theme: system" },
      h("span", { ariaHidden: "true" }),
    ),
    h("button", { type: "button", className: ["search-button"], ariaHasPopup: "dialog" }, [
      h("span", "Search"),
      h("kbd", { ariaHidden: "true" }, "/"),
    ]),
  ]);
}

/** Returns the links of a site that describes no service. */
function manualLinks(
  sections: readonly ManualSection[],
  item: (path: string, label: string) => Element,
): Element[] {
  return sections.flatMap(({ title, pages }) => [
    ...(title === undefined ? [] : [h("p", { className: ["group"] }, title)]),
    h(
      "ul",
      pages.map((page) => item(page.page, page.title)),
    ),
  ]);
}

function sideNavigation(page: Page, context: PageContext): Element {
  const { navigation, guide, guides, history, names } = context.site;
  const item = (path: string, label: string): Element =>
    h("li", [
      h(
        "a",
        { href: context.href(path), ...(path === page.path ? { ariaCurrent: "page" } : {}) },
        breakable(label),
      ),
    ]);
  const guideItems = [
    ...guides.map((each) => item(each.page, each.title)),
    ...(guide === undefined ? [] : [item(rubyGuidePage, "Coming from Ruby")]),
  ];
  const { manual } = context.site;
  const links = h(
    "div",
    { className: ["links"] },
    manual
      ? manualLinks(manual, item)
      : [
          h("ul", [
            item(overviewPage, "Overview"),
            ...(names.clientPackage === undefined ? [] : [item(clientPage, "Client")]),
            item(errorsPage, "Errors"),
            item(shapesPage, "Shapes"),
            ...(history.length === 0 ? [] : [item(changesPage, "Changes")]),
            item(downloadsPage, "Downloads"),
          ]),
          ...(guideItems.length === 0
            ? []
            : [h("p", { className: ["group"] }, "Guides"), h("ul", guideItems)]),
          ...navigation.flatMap(({ title, entries }) => [
            h("p", { className: ["group"] }, breakable(title)),
            h(
              "ul",
              entries.map((entry) => item(entry.page, entry.name)),
            ),
          ]),
        ],
  );
  // On a narrow screen the navigation folds by a checkbox, without a script.
  return h("nav", { className: ["side"], ariaLabel: "Documentation" }, [
    h("input", { type: "checkbox", id: "menu" }),
    h("label", { htmlFor: "menu", className: ["menu"] }, "Menu"),
    links,
  ]);
}

function tableOfContents(page: Page): Element | undefined {
  const headings = page.content.filter(
    (node): node is Element => node.type === "element" && /^h[23]$/.test(node.tagName),
  );
  const top = headings.filter(({ tagName, properties }) => tagName === "h2" && properties["id"]);
  if (top.length < 2) return undefined;
  return h("nav", { className: ["toc"], ariaLabel: "On this page" }, [
    h("p", { className: ["group"] }, "On this page"),
    h(
      "ul",
      top.map((heading) => {
        const id = String(heading.properties["id"]);
        return h("li", [
          h("a", { href: `#${encodeURIComponent(id)}` }, headingText(heading.children)),
        ]);
      }),
    ),
  ]);
}

function footer(page: Page, context: PageContext): Element {
  return h("footer", [
    h("a", { href: context.href(markdownPath(page.path)) }, "This page as Markdown"),
    ...(context.site.manual === undefined
      ? [h("span", [`Generated from the model of ${context.site.plan.name}.`])]
      : []),
  ]);
}

function headingText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      return node.type === "element" ? headingText(node.children) : "";
    })
    .join("");
}
