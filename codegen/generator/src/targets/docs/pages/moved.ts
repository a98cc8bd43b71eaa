import type { Element } from "hast";
import { h } from "hastscript";
import type { Move } from "../site/site.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/**
 * Creates the page at a former address. It redirects browsers: with scripts to the successor of the
 * anchor, without scripts to the successor of the page.
 */
export function movedPage(path: string, moves: readonly Move[], context: PageContext): Page {
  const first = moves.find(({ from }) => from.anchor === undefined) ?? moves[0];
  const target = first === undefined ? undefined : context.href(first.to.page, first.to.anchor);
  return {
    path,
    title: "Moved",
    description: `The successor of ${first?.name ?? path}.`,
    section: "Moved",
    ...(target !== undefined && { redirect: target }),
    content: [
      h("h1", "Moved"),
      h("p", "What was on this page is elsewhere now:"),
      movedList(moves, context),
    ],
  };
}

/** Adds links from the former anchors of a page to their successors. */
export function withMovedAnchors(page: Page, moves: readonly Move[], context: PageContext): Page {
  if (moves.length === 0) return page;
  const aside = h("aside", { role: "note", dataSkip: "" }, [
    h("p", { className: ["label"] }, "Moved"),
    movedList(moves, context),
  ]);
  return { ...page, content: [...page.content, aside] };
}

function movedList(moves: readonly Move[], context: PageContext): Element {
  return h(
    "ul",
    moves.map(({ from, to, name }) =>
      h("li", { ...(from.anchor !== undefined && { id: from.anchor }) }, [
        h("a", { className: ["moved"], href: context.href(to.page, to.anchor) }, [h("code", name)]),
      ]),
    ),
  );
}
