import type { ElementContent } from "hast";
import type { ShapeId } from "@tinsmith/smithy";
import { overviewPage } from "../site/plan-places.js";
import type { Site } from "../site/site.js";
import { renderText } from "../text/render-text.js";
import type { TextPlacement } from "../text/text-placement.js";

/** The context of the parts of a page: the site, and links relative to the page. */
export interface PageContext {
  readonly site: Site;
  readonly path: string;
  /**
   * Returns a relative link to a page of the site, which works below any path and from `file://`.
   */
  href(page: string, anchor?: string): string;
  /**
   * Returns a link to the description of a shape, member, operation or error; `undefined` if there
   * is none.
   */
  hrefOf(id: ShapeId): string | undefined;
  /** Returns model text as content of this page, with links from inline code that names a shape. */
  text(text: string | undefined, placement?: TextPlacement): ElementContent[];
}

export function createPageContext(site: Site, path: string): PageContext {
  const href = (page: string, anchor?: string): string => {
    const fragment = anchor === undefined ? "" : `#${encodeURIComponent(anchor)}`;
    return page === path && fragment !== "" ? fragment : `${relative(path, page)}${fragment}`;
  };
  const hrefOf = (id: ShapeId): string | undefined => {
    const place = site.places.get(id);
    return place && href(place.page, place.anchor);
  };
  const linkTo = (name: string): string | undefined => {
    const id = site.idsByName.get(name);
    const place = id === undefined ? undefined : site.places.get(id);
    // Links to the current page or to the overview are noise.
    if (!place || place.page === overviewPage) return undefined;
    return place.page === path && place.anchor === undefined
      ? undefined
      : href(place.page, place.anchor);
  };
  return {
    site,
    path,
    href,
    hrefOf,
    text: (text, placement) =>
      text === undefined ? [] : renderText(text, { linkTo, ...placement }),
  };
}

function relative(from: string, to: string): string {
  const fromParts = from.split("/").slice(0, -1);
  const toParts = to.split("/");
  let shared = 0;
  while (
    shared < fromParts.length &&
    shared < toParts.length - 1 &&
    fromParts[shared] === toParts[shared]
  ) {
    shared += 1;
  }
  return [...fromParts.slice(shared).map(() => ".."), ...toParts.slice(shared)].join("/");
}
