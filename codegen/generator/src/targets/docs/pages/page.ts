import type { ElementContent } from "hast";

/** A page without its frame: its content, path and description. */
export interface Page {
  /** The path from the root of the site, with slashes: `operations/meter-usage.html`. */
  readonly path: string;
  readonly title: string;
  /** A sentence for search engines and `llms.txt`. */
  readonly description: string;
  /** The section of `llms.txt` that lists the page. */
  readonly section: PageSection;
  /** The address that the page redirects to. */
  readonly redirect?: string;
  /** True for pages with code beside their text, which use the whole width. */
  readonly isWide?: boolean;
  /** True for pages with a console, which may send requests to the address that a reader gives. */
  readonly sendsRequests?: boolean;
  readonly content: readonly ElementContent[];
}

export type PageSection = "Overview" | "Operations" | "Errors" | "Shapes" | "Guides" | "Moved";
