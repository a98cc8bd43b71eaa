import type { ElementContent } from "hast";

/** A page before it has a frame: what is said, where it lives and how it is found. */
export interface Page {
  /** From the root of the site, with slashes: `operations/meter-usage.html`. */
  readonly path: string;
  readonly title: string;
  /** A sentence for search engines and `llms.txt`. */
  readonly description: string;
  /** The heading of `llms.txt` under which the page stands. */
  readonly section: PageSection;
  readonly content: readonly ElementContent[];
}

export type PageSection = "Overview" | "Operations" | "Errors" | "Shapes" | "Guides";
