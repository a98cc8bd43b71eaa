import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { ShapePlan } from "../../../plan/shape-plan.js";
import { hasPage, shapesPage } from "../site/plan-places.js";
import { firstSentence } from "../text/render-text.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";
import { kindName } from "./shape-page.js";

const groups: readonly (readonly [id: string, title: string, kinds: readonly ShapePlan["kind"][]])[] = [
  ["structures", "Structures", ["structure"]],
  ["unions", "Unions", ["union"]],
  ["enums", "Enums", ["enum", "intEnum"]],
  ["lists-and-maps", "Lists and maps", ["list", "map"]],
  ["simple", "Simple shapes", ["simple"]],
];

/** Every shape that has a page, by kind. */
export function createShapesIndexPage(context: PageContext): Page {
  const { plan } = context.site;
  return {
    path: shapesPage,
    title: "Shapes",
    description: `The data types of ${plan.title}.`,
    section: "Shapes",
    content: [
      h("p", { className: ["kicker"] }, "Reference"),
      h("h1", "Shapes"),
      ...groups.flatMap(([id, title, kinds]) => {
        const shapes = plan.shapes.filter((shape) => kinds.includes(shape.kind) && hasPage(shape));
        return shapes.length === 0 ? [] : [h("h2", { id }, title), shapeList(shapes, context)];
      }),
    ],
  };
}

function shapeList(shapes: readonly ShapePlan[], context: PageContext): ElementContent {
  return h(
    "dl",
    { className: ["index"] },
    shapes.map((shape) => {
      const summary = firstSentence(shape.documentation ?? "");
      return h("div", [
        h("dt", [h("a", { href: context.hrefOf(shape.id) ?? "" }, [h("code", shape.name)])]),
        h("dd", summary === "" ? [h("span", { className: ["quiet"] }, kindName(shape))] : summary),
      ]);
    }),
  );
}
