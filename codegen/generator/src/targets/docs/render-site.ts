import type { ShapeId } from "@tinsmith/smithy";
import { siteAssets } from "./assets.js";
import { schemaFile, writeJsonSchema } from "./output/json-schema.js";
import { writeLlmsFull, writeLlmsIndex } from "./output/llms.js";
import { markdownPath } from "./output/markdown.js";
import { PageKeeper } from "./output/written-page.js";
import type { PageRequest } from "./output/written-page.js";
import { createChangesPage } from "./pages/changes-page.js";
import { createClientPage } from "./pages/client-page.js";
import { createDownloadsPage } from "./pages/downloads-page.js";
import { createErrorsPage } from "./pages/errors-page.js";
import { createRubyGuidePage } from "./pages/guide-page.js";
import { movedPage, withMovedAnchors } from "./pages/moved.js";
import { ownerGuidePage } from "./pages/owner-guide-page.js";
import { operationPage } from "./pages/operation-page.js";
import { consolePlanFile } from "./pages/console-files.js";
import { createOverviewPage } from "./pages/overview-page.js";
import type { PageContext } from "./pages/page-context.js";
import { shapePage } from "./pages/shape-page.js";
import { createShapesIndexPage, createValuesPage, valuesPages } from "./pages/shapes-index-page.js";
import { writeSearchIndex } from "./search/search-index.js";
import {
  changesPage,
  clientPage,
  downloadsPage,
  errorsPage,
  hasPage,
  overviewPage,
  rubyGuidePage,
  shapesPage,
} from "./site/plan-places.js";
import type { Guide } from "./site/plan-guides.js";
import type { Move, Site } from "./site/site.js";

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
  const all = requestPages(site).map((request) => keeper.write(request, site));
  const pages = all.filter(({ page }) => page.redirect === undefined);
  for (const { page, html, markdown } of all) {
    add(page.path, html);
    add(markdownPath(page.path), markdown);
  }
  for (const { path, text } of siteAssets) add(path, text);
  for (const { path, text } of writeSearchIndex(site)) add(path, text);
  if (site.consolePlan !== undefined) add(consolePlanFile, writeConsolePlan(site.consolePlan));
  add("llms.txt", writeLlmsIndex(site, pages));
  add("llms-full.txt", writeLlmsFull(pages));
  if (site.manual === undefined) {
    add("model.json", site.ast);
    add(schemaFile, writeJsonSchema(site.plan));
  }
  add("anchors.json", `${JSON.stringify(site.addresses, undefined, 2)}\n`);
  return files;
}

/**
 * Returns the pages of the site, and a page for each former address that leads to its successor.
 */
function requestPages(site: Site): readonly PageRequest[] {
  const requests = ownPages(site);
  const movesOf = (path: string, { moves }: Site): readonly Move[] =>
    moves.filter(({ from }) => from.page === path);
  const paths = new Set(requests.map(({ path }) => path));
  const gone = new Set(site.moves.map(({ from }) => from.page).filter((path) => !paths.has(path)));
  return [
    ...requests.map((request): PageRequest => ({
      ...request,
      create: (context) =>
        withMovedAnchors(request.create(context), movesOf(request.path, context.site), context),
    })),
    ...[...gone].map((path): PageRequest => ({
      path,
      create: (context) => movedPage(path, movesOf(path, context.site), context),
    })),
  ];
}

function ownPages(site: Site): readonly PageRequest[] {
  if (site.manual !== undefined) return site.guides.map(guideRequest);
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
    ...site.guides.map(guideRequest),
    { path: errorsPage, create: createErrorsPage },
    { path: shapesPage, create: createShapesIndexPage },
    ...valuesPages(site).map((path): PageRequest => ({ path, create: createValuesPage })),
    ...plan.shapes.filter(hasPage).map((shape): PageRequest => ({
      path: pathOf(shape.id),
      subject: shape,
      create: (context) => shapePage(shape, context),
    })),
    ...(site.history.length === 0 ? [] : [{ path: changesPage, create: createChangesPage }]),
    { path: downloadsPage, create: createDownloadsPage },
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

function guideRequest(guide: Guide): PageRequest {
  return {
    path: guide.page,
    subject: guide,
    create: (context) => ownerGuidePage(guide, context),
  };
}

/** Returns the data of the console as a script, because a page opened from disk cannot fetch files. */
function writeConsolePlan(json: string): string {
  return `globalThis.docsConsolePlan = ${json};\n`;
}
