import type { ShapeId } from "@tinsmith/smithy";
import { siteAssets } from "./assets.js";
import { writeLlmsFull, writeLlmsIndex } from "./output/llms.js";
import { markdownPath } from "./output/markdown.js";
import { PageKeeper } from "./output/written-page.js";
import type { PageRequest } from "./output/written-page.js";
import { createClientPage } from "./pages/client-page.js";
import { createErrorsPage } from "./pages/errors-page.js";
import { createRubyGuidePage } from "./pages/guide-page.js";
import { ownerGuidePage } from "./pages/owner-guide-page.js";
import { operationPage } from "./pages/operation-page.js";
import { consolePlanFile } from "./pages/console-files.js";
import { createOverviewPage } from "./pages/overview-page.js";
import type { PageContext } from "./pages/page-context.js";
import { shapePage } from "./pages/shape-page.js";
import { createShapesIndexPage, createValuesPage, valuesPages } from "./pages/shapes-index-page.js";
import { writeSearchIndex } from "./search/search-index.js";
import {
  clientPage,
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

/** The cache that all runs of a process share. */
const pagesOfProcess = new PageKeeper();

/**
 * Renders the whole site: each page as HTML and Markdown, assets, and files for programs.
 *
 * @param keeper - caches pages from one run to the next
 */
export function renderSite(site: Site, keeper = pagesOfProcess): readonly SiteFile[] {
  const files: SiteFile[] = [];
  const add = (path: string, text: string): void => {
    files.push({ path, text });
  };
  const pages = requestPages(site).map((request) => keeper.write(request, site));
  for (const { page, html, markdown } of pages) {
    add(page.path, html);
    add(markdownPath(page.path), markdown);
  }
  for (const { path, text } of siteAssets) add(path, text);
  for (const { path, text } of writeSearchIndex(site)) add(path, text);
  if (site.consolePlan !== undefined) add(consolePlanFile, writeConsolePlan(site.consolePlan));
  add("llms.txt", writeLlmsIndex(site, pages));
  add("llms-full.txt", writeLlmsFull(pages));
  add("model.json", site.ast);
  add("anchors.json", writeAnchors(site));
  return files;
}

function requestPages(site: Site): readonly PageRequest[] {
  const { plan, guide } = site;
  const pathOf = (id: ShapeId): string => site.places.get(id)?.page ?? overviewPage;
  return [
    { path: overviewPage, create: createOverviewPage },
    ...plan.operations.map((operation): PageRequest => ({
      path: pathOf(operation.id),
      subject: operation,
      create: (context) => operationPage(operation, context),
    })),
    ...(site.names.clientPackage === undefined
      ? []
      : [{ path: clientPage, create: createClientPage }]),
    ...site.guides.map((guide): PageRequest => ({
      path: guide.page,
      subject: guide,
      create: (context) => ownerGuidePage(guide, context),
    })),
    { path: errorsPage, create: createErrorsPage },
    { path: shapesPage, create: createShapesIndexPage },
    ...valuesPages(site).map((path): PageRequest => ({ path, create: createValuesPage })),
    ...plan.shapes.filter(hasPage).map((shape): PageRequest => ({
      path: pathOf(shape.id),
      subject: shape,
      create: (context) => shapePage(shape, context),
    })),
    ...(guide === undefined
      ? []
      : [
          {
            path: rubyGuidePage,
            subject: guide,
            create: (context: PageContext) => createRubyGuidePage(guide, context),
          },
        ]),
  ];
}

/** Returns the data of the console as a script, because a page opened from disk cannot fetch files. */
function writeConsolePlan(json: string): string {
  return `globalThis.docsConsolePlan = ${json};\n`;
}

/**
 * Returns the location of each shape and member. It is committed with the site, so that a lost link
 * shows in the diff.
 */
function writeAnchors(site: Site): string {
  const links = [...site.places]
    .map(
      ([id, { page, anchor }]) => [id, anchor === undefined ? page : `${page}#${anchor}`] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(links), undefined, 2)}\n`;
}
