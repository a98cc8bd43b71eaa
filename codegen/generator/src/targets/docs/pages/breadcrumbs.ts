import type { Element } from "hast";
import { h } from "hastscript";
import { overviewPage, shapesPage } from "../site/plan-places.js";
import { breakable } from "./breakable.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/** Returns the way from the overview to a page; nothing on the overview itself. */
export function breadcrumbs(page: Page, context: PageContext): Element[] {
  if (page.path === overviewPage) return [];
  const { plan, navigation } = context.site;
  const section = sectionOf(page, context);
  const group = navigation.find(({ entries }) => entries.some((entry) => entry.page === page.path));
  const resource = group && group.title !== section?.title ? [h("li", breakable(group.title))] : [];
  return [
    h("nav", { className: ["crumbs"], ariaLabel: "Breadcrumb" }, [
      h("ol", [
        h("li", [h("a", { href: context.href(overviewPage) }, breakable(plan.title))]),
        ...(section === undefined
          ? []
          : [
              h("li", [
                section.href === undefined
                  ? section.title
                  : h("a", { href: section.href }, section.title),
              ]),
            ]),
        ...resource,
        h("li", { ariaCurrent: "page" }, breakable(page.title)),
      ]),
    ]),
  ];
}

interface Section {
  readonly title: string;
  readonly href?: string;
}

function sectionOf({ path }: Page, context: PageContext): Section | undefined {
  if (path.startsWith("operations/")) {
    return { title: "Operations", href: context.href(overviewPage, "operations") };
  }
  if (/^(?:shapes|values)\//.test(path) && path !== shapesPage) {
    return { title: "Shapes", href: context.href(shapesPage) };
  }
  return path.startsWith("guides/") ? { title: "Guides" } : undefined;
}
