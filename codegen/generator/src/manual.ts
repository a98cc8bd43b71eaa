import { loadModel } from "@tinsmith/smithy";
import { planService } from "@tinsmith/service";
import { renderSite } from "./targets/docs/render-site.js";
import type { SiteFile } from "./targets/docs/render-site.js";
import type { Guide } from "./targets/docs/site/plan-guides.js";
import { planSite } from "./targets/docs/site/plan-site.js";

export { describeConfiguration } from "./configuration-texts.js";
export type { PluginTexts } from "./configuration-texts.js";
export type { OptionText } from "./option-text.js";
export type { SiteFile } from "./targets/docs/render-site.js";

/** A page of a manual. */
export interface ManualPage {
  /** Its path from the root of the site: `commands/build.html`. */
  readonly path: string;
  readonly title: string;
  /** CommonMark. Links between pages are relative, and name `commands/build.md`. */
  readonly markdown: string;
  /** False for a page that the navigation leaves out, because another page lists it. */
  readonly isListed?: boolean;
}

/** Pages under a heading of the navigation. */
export interface ManualPart {
  readonly title: string;
  readonly pages: readonly ManualPage[];
}

/** A documentation site without a service. */
export interface Manual {
  readonly title: string;
  /** The front page, whose path is `index.html`. */
  readonly home: ManualPage;
  readonly parts: readonly ManualPart[];
}

/**
 * Renders a manual like the documentation of a service: with navigation, search, and each page as
 * Markdown, in files that can be opened from disk.
 *
 * @throws Error if two pages have the same path
 */
export function renderManual({ title, home, parts }: Manual): readonly SiteFile[] {
  const front = guideOf(home, title);
  const guides = [
    front,
    ...parts.flatMap((part) => part.pages.map((page) => guideOf(page, part.title))),
  ];
  const hidden = new Set(
    parts
      .flatMap(({ pages }) => pages.filter(({ isListed }) => isListed === false))
      .map(({ path }) => path),
  );
  const sections = [
    { title: undefined, pages: [front] },
    ...parts.map((part) => ({
      title: part.title,
      pages: guides.filter(({ kicker, page }) => kicker === part.title && !hidden.has(page)),
    })),
  ];
  const paths = guides.map(({ page }) => page);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new Error(`Two pages have the path ${twice}.`);
  return renderSite({ ...planSite(emptyService(title), "", { guides }), manual: sections });
}

function guideOf({ path, title, markdown }: ManualPage, kicker: string): Guide {
  return { page: path, title, markdown, file: path.replace(/\.html$/, ".md"), kicker };
}

/** Returns the plan of an empty service. Its title appears in the frame of pages. */
function emptyService(title: string) {
  const text = `$version: "2"
namespace manual
@title(${JSON.stringify(title)})
service Manual { version: "1" }
`;
  const { model } = loadModel([{ path: "manual.smithy", text }]);
  if (model === undefined)
    throw new Error(
      `Invalid title ${JSON.stringify(title)}. Expected text that a model can contain.`,
    );
  return planService(model, "manual#Manual");
}
