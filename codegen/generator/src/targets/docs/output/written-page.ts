import type { Page } from "../pages/page.js";
import { createPageContext } from "../pages/page-context.js";
import type { PageContext } from "../pages/page-context.js";
import { layOut } from "../pages/layout.js";
import type { Site } from "../site/site.js";
import { writeHtml } from "./html.js";
import { writeMarkdown } from "./markdown.js";
import { watchReads } from "./reads.js";
import type { Reads } from "./reads.js";
import { isSameData } from "./same-data.js";

/** A request to write a page. */
export interface PageRequest {
  readonly path: string;
  /** The part of the plan that the page describes, if it is not the whole service. */
  readonly subject?: object;
  create(context: PageContext): Page;
}

/** A page as HTML and Markdown. Only the texts of its tree are kept. */
export interface WrittenPage {
  readonly page: Omit<Page, "content">;
  readonly html: string;
  readonly markdown: string;
}

interface KeptPage extends WrittenPage {
  readonly subject: object | undefined;
  readonly reads: Reads;
}

/** The maximum number of cached pages. */
const limit = 300;

/**
 * Caches pages of earlier runs with the parts of the site that they read. An edit of the model
 * changes few pages, and the others are not rendered again.
 */
export class PageKeeper {
  readonly #pages = new Map<string, KeptPage>();

  /** Returns the page as HTML and Markdown, from the cache if nothing that it reads changed. */
  write(request: PageRequest, site: Site): WrittenPage {
    const key = `${site.plan.id} ${request.path}`;
    const kept = this.#pages.get(key);
    if (kept && isSameData(kept.subject, request.subject) && kept.reads.hold(site)) return kept;
    const page = writePage(request, site);
    if (this.#pages.size >= limit) this.#pages.clear();
    this.#pages.set(key, page);
    return page;
  }
}

function writePage({ path, subject, create }: PageRequest, site: Site): KeptPage {
  const { value, reads } = watchReads(site, ["plan"]);
  const context = createPageContext(value, path);
  const { content, ...page } = create(context);
  const html = writeHtml(layOut({ ...page, content }, context));
  return { page, html, markdown: writeMarkdown(content), subject, reads };
}
