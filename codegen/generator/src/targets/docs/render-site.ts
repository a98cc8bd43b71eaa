import type { ShapeId } from "@tinsmith/smithy";
import { siteAssets } from "./assets.js";
import { writeLlmsFull, writeLlmsIndex } from "./output/llms.js";
import { markdownPath } from "./output/markdown.js";
import { writePage } from "./output/write-page.js";
import { createErrorsPage } from "./pages/errors-page.js";
import { createRubyGuidePage, guideNames } from "./pages/guide-page.js";
import { frameOf, layOut } from "./pages/layout.js";
import { operationPage } from "./pages/operation-page.js";
import { createOverviewPage } from "./pages/overview-page.js";
import { createPageContext, type PageContext } from "./pages/page-context.js";
import type { Page } from "./pages/page.js";
import { shapePage } from "./pages/shape-page.js";
import { createShapesIndexPage } from "./pages/shapes-index-page.js";
import { writeSearchIndex } from "./search/search-index.js";
import {
  errorsPage,
  hasPage,
  overviewPage,
  rubyGuidePage,
  shapesPage,
} from "./site/plan-places.js";
import type { Site } from "./site/site.js";

/** A file of the site: its path from the root, with slashes, and its text. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** The whole site: each page as HTML and Markdown, what they load, and what programs read. */
export function renderSite(site: Site): readonly SiteFile[] {
  const files: SiteFile[] = [];
  const add = (path: string, text: string): void => {
    files.push({ path, text });
  };
  const frame = frameOf(site);
  const pages = [...createPages(site)].map(({ page, context }) => {
    const { html, markdown } = writePage(page, frame, () => layOut(page, context));
    add(page.path, html);
    add(markdownPath(page.path), markdown);
    // The tree is done with: of a thousand pages only the texts are kept.
    return { page: { ...page, content: [] }, markdown };
  });
  for (const { path, text } of siteAssets) add(path, text);
  add("assets/search-index.js", writeSearchIndex(site));
  add(
    "llms.txt",
    writeLlmsIndex(
      site,
      pages.map(({ page }) => page),
    ),
  );
  add("llms-full.txt", writeLlmsFull(pages));
  add("model.json", site.ast);
  add("anchors.json", writeAnchors(site));
  return files;
}

function* createPages(
  site: Site,
): Generator<{ readonly page: Page; readonly context: PageContext }> {
  const { plan } = site;
  const at = (path: string, create: (context: PageContext) => Page) => {
    const context = createPageContext(site, path);
    return { page: create(context), context };
  };
  const pathOf = (id: ShapeId): string => site.places.get(id)?.page ?? overviewPage;
  yield at(overviewPage, createOverviewPage);
  for (const operation of plan.operations) {
    yield at(pathOf(operation.id), (context) => operationPage(operation, context));
  }
  yield at(errorsPage, createErrorsPage);
  yield at(shapesPage, createShapesIndexPage);
  for (const shape of plan.shapes.filter(hasPage)) {
    yield at(pathOf(shape.id), (context) => shapePage(shape, context));
  }
  const names = guideNames(createPageContext(site, rubyGuidePage));
  if (names !== undefined)
    yield at(rubyGuidePage, (context) => createRubyGuidePage(names, context));
}

/** Where each shape and member is described: committed with the site, so a lost link shows as a change. */
function writeAnchors(site: Site): string {
  const links = [...site.places]
    .map(
      ([id, { page, anchor }]) => [id, anchor === undefined ? page : `${page}#${anchor}`] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(links), undefined, 2)}\n`;
}
