import type { Page } from "../pages/page.js";
import { createPageContext, type PageContext } from "../pages/page-context.js";
import { layOut } from "../pages/layout.js";
import type { Site } from "../site/site.js";
import { writeHtml } from "./html.js";
import { writeMarkdown } from "./markdown.js";
import { type Reads, watchReads } from "./reads.js";
import { isSameData } from "./same-data.js";

/** A page that is to be written. */
export interface PageRequest {
  readonly path: string;
  /** What of the plan the page is about, where it is not the service. */
  readonly subject?: object;
  create(context: PageContext): Page;
}

/** A page in both of its forms. Of its tree only the texts are kept. */
export interface WrittenPage {
  readonly page: Omit<Page, "content">;
  readonly html: string;
  readonly markdown: string;
}

interface KeptPage extends WrittenPage {
  readonly subject: object | undefined;
  readonly reads: Reads;
}

/** How many pages are kept. */
const limit = 300;

/**
 * Pages of earlier runs with what they read of the site: an edit of the model changes few of them,
 * and the others are neither made nor written again.
 */
export class PageKeeper {
  readonly #pages = new Map<string, KeptPage>();

  /** The page as HTML and as Markdown. */
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
