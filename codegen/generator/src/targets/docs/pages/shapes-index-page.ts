import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { ListPlan, MapPlan, ShapePlan, SimplePlan, ValueType } from "@tinsmith/service";
import { describeValueConstraints } from "../site/describe-constraints.js";
import { hasPage, hasSection, shapesPage } from "../site/plan-places.js";
import type { Site } from "../site/site.js";
import { firstSentence } from "../text/render-text.js";
import { breakable } from "./breakable.js";
import { documented } from "./notices.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";
import { kindName, memberLink } from "./shape-page.js";
import { typeLabel } from "./type-label.js";

const groups: readonly (readonly [
  id: string,
  title: string,
  kinds: readonly ShapePlan["kind"][],
])[] = [
  ["structures", "Structures", ["structure"]],
  ["unions", "Unions", ["union"]],
  ["enums", "Enums", ["enum", "intEnum"]],
];

/** The maximum number of members that a section lists; further members are only counted. */
const shownUses = 8;

/**
 * Creates the page of all shapes. It has links to the shapes with a page, and full descriptions of
 * all other shapes.
 */
export function createShapesIndexPage(context: PageContext): Page {
  const { plan } = context.site;
  const sections = sectionsOf(context.site, shapesPage);
  const isLarge = valuesPages(context.site).length > 0;
  return {
    path: shapesPage,
    title: "Shapes",
    description: `The data types of ${plan.title}.`,
    section: "Shapes",
    content: [
      h("p", { className: ["kicker"], dataSkip: "" }, "Reference"),
      h("h1", "Shapes"),
      ...groups.flatMap(([id, title, kinds]) => {
        const shapes = plan.shapes.filter((shape) => kinds.includes(shape.kind) && hasPage(shape));
        return shapes.length === 0
          ? []
          : [h("h2", { id }, title), shapeList(shapes, context, isLarge)];
      }),
      ...(sections.length === 0
        ? []
        : [
            h("h2", { id: "values" }, "Values, lists and maps"),
            ...sections.flatMap((shape) => shapeSection(shape, context)),
          ]),
      ...(isLarge ? [h("h2", { id: "values" }, "Values, lists and maps"), letters(context)] : []),
    ],
  };
}

/** Creates the page of the lists, maps and simple shapes whose names begin with the same letter. */
export function createValuesPage(context: PageContext): Page {
  const { site, path } = context;
  const letter = letterOf(path);
  return {
    path,
    title: `Values, lists and maps: ${letter}`,
    description: `Data types of ${site.plan.title} whose names begin with ${letter}.`,
    section: "Shapes",
    content: [
      h("p", { className: ["kicker"], dataSkip: "" }, "Reference"),
      h("h1", `Values, lists and maps: ${letter}`),
      letters(context),
      ...sectionsOf(site, path).flatMap((shape) => shapeSection(shape, context, "h2")),
    ],
  };
}

/** Returns the pages of the lists, maps and simple shapes of a large model. */
export function valuesPages({ plan, places }: Site): readonly string[] {
  const pages = plan.shapes.filter(hasSection).map(({ id }) => places.get(id)?.page ?? shapesPage);
  return [...new Set(pages)].filter((page) => page !== shapesPage).sort();
}

function sectionsOf({ plan, places }: Site, page: string) {
  return plan.shapes.filter(hasSection).filter(({ id }) => places.get(id)?.page === page);
}

const letterOf = (page: string): string => page.replace(/^.*\/|\.html$/g, "").toUpperCase();

function letters(context: PageContext): ElementContent {
  return h(
    "ul",
    { className: ["letters"] },
    valuesPages(context.site).map((page) =>
      h("li", [
        h(
          "a",
          { href: context.href(page), ...(page === context.path && { ariaCurrent: "page" }) },
          letterOf(page),
        ),
      ]),
    ),
  );
}

/** @param isLarge - true if only names are listed, to keep the page small */
function shapeList(
  shapes: readonly ShapePlan[],
  context: PageContext,
  isLarge: boolean,
): ElementContent {
  if (isLarge) {
    return h(
      "ul",
      { className: ["names"] },
      shapes.map(({ id, name }) =>
        h("li", [h("a", { href: context.hrefOf(id) ?? "" }, [h("code", breakable(name))])]),
      ),
    );
  }
  return h(
    "dl",
    { className: ["index"] },
    shapes.map((shape) => {
      const summary = firstSentence(shape.documentation ?? "");
      return h("div", [
        h("dt", [
          h("a", { href: context.hrefOf(shape.id) ?? "" }, [h("code", breakable(shape.name))]),
        ]),
        h("dd", summary === "" ? [h("span", { className: ["quiet"] }, kindName(shape))] : summary),
      ]);
    }),
  );
}

function shapeSection(
  shape: ListPlan | MapPlan | SimplePlan,
  context: PageContext,
  heading = "h3",
): ElementContent[] {
  const type = typeOf(shape);
  const constraints = describeValueConstraints(shape.constraints, type);
  const anchor = context.site.places.get(shape.id)?.anchor ?? shape.name;
  const uses = context.site.usedBy.get(shape.id)?.members ?? [];
  const links = uses
    .slice(0, shownUses)
    .flatMap((use, index) => [...(index === 0 ? [] : [", "]), memberLink(use, context)]);
  const more = uses.length > shownUses ? ` and ${uses.length - shownUses} more` : "";
  return [
    h(heading, { id: anchor }, [h("code", breakable(shape.name))]),
    ...documented(shape, context),
    h("dl", { className: ["facts"] }, [
      h("div", [h("dt", "Type"), h("dd", typeLabel(type, context))]),
      ...constraints.map(({ label, value, code }) =>
        h("div", [h("dt", label), h("dd", [code ? h("code", value) : value])]),
      ),
      ...(uses.length === 0 ? [] : [h("div", [h("dt", "Used by"), h("dd", [...links, more])])]),
    ]),
  ];
}

function typeOf(shape: ListPlan | MapPlan | SimplePlan): ValueType {
  const { id } = shape;
  switch (shape.kind) {
    case "list":
      return { kind: "list", shape: id, member: shape.member.type, sparse: shape.sparse };
    case "map":
      return {
        kind: "map",
        shape: id,
        key: shape.key.type,
        value: shape.value.type,
        sparse: shape.sparse,
      };
    case "simple":
      return shape.type;
  }
}
