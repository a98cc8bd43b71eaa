import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { ShapeId } from "@tinsmith/smithy";
import { membersOf } from "@tinsmith/service";
import type { EnumPlan, IntEnumPlan, ShapePlan } from "@tinsmith/service";
import { anchorName } from "../site/file-names.js";
import type { MemberUse } from "../site/site.js";
import { firstSentence } from "../text/render-text.js";
import { codeBlock } from "./code-block.js";
import { membersTable } from "./members.js";
import { deprecationNotice, documented } from "./notices.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/** Creates the page of a shape: its description, its members, and its uses. */
export function shapePage(shape: ShapePlan, context: PageContext): Page {
  const description = firstSentence(shape.documentation ?? "");
  return {
    path: context.path,
    title: shape.name,
    description: description === "" ? `The ${kindName(shape)} ${shape.name}.` : description,
    section: "Shapes",
    content: [
      h("p", { className: ["kicker"], dataSkip: "" }, kindName(shape)),
      h("h1", shape.name),
      ...documented(shape, context),
      ...typeImport(shape, context),
      ...body(shape, context),
      h("h2", { id: "used-by" }, "Used by"),
      ...usedBy(shape.id, context),
    ],
  };
}

/** Returns the name of the kind of a shape. */
export function kindName(shape: ShapePlan): string {
  switch (shape.kind) {
    case "intEnum":
      return "integer enum";
    case "simple":
      return shape.type.kind === "number" ? shape.type.number : shape.type.kind;
    default:
      return shape.kind;
  }
}

function typeImport(shape: ShapePlan, context: PageContext): ElementContent[] {
  const { clientPackage } = context.site.names;
  if (clientPackage === undefined) return [];
  const line = `import type { ${shape.typeName} } from ${JSON.stringify(clientPackage)};`;
  return [codeBlock(line, "typescript")];
}

function body(shape: ShapePlan, context: PageContext): ElementContent[] {
  if (shape.kind === "enum" || shape.kind === "intEnum") return values(shape, context);
  const members = membersOf(shape);
  if (members.length === 0) return shape.kind === "structure" ? [h("p", "It has no members.")] : [];
  return [
    h("h2", { id: "members" }, shape.kind === "union" ? "Variants" : "Members"),
    ...(shape.kind === "union" ? [h("p", "Exactly one of these is set.")] : []),
    membersTable(members, context, {
      direction: "input",
      prefix: "",
      budget: { characters: 60_000 },
      within: [shape.id],
    }),
  ];
}

function values(shape: EnumPlan | IntEnumPlan, context: PageContext): ElementContent[] {
  return [
    h("h2", { id: "values" }, "Values"),
    h("p", "A newer version of the service may return values that are not listed here."),
    h("table", { className: ["members"] }, [
      h("thead", [
        h("tr", [h("th", { scope: "col" }, "Value"), h("th", { scope: "col" }, "Meaning")]),
      ]),
      h(
        "tbody",
        shape.values.map((value): Element =>
          h("tr", { id: anchorName(value.name) }, [
            h("th", { scope: "row" }, [
              h(
                "a",
                { className: ["name"], href: `#${encodeURIComponent(anchorName(value.name))}` },
                [h("code", String(value.value))],
              ),
              " ",
              h("span", { className: ["type"] }, value.name),
            ]),
            h("td", [
              ...deprecationNotice(value.deprecated, context),
              ...context.text(value.documentation),
            ]),
          ]),
        ),
      ),
    ]),
  ];
}

function usedBy(id: ShapeId, context: PageContext): ElementContent[] {
  const uses = context.site.usedBy.get(id);
  if (!uses || (uses.operations.length === 0 && uses.members.length === 0)) {
    return [h("p", "Errors only.")];
  }
  return [
    h("ul", [
      ...uses.operations.map(({ operation, name, input, output }) => {
        const sides = [...(input ? ["request"] : []), ...(output ? ["response"] : [])].join(
          " and ",
        );
        const link = h("a", { href: context.hrefOf(operation) ?? "" }, [h("code", name)]);
        return h("li", [link, `, in its ${sides}`]);
      }),
      ...uses.members.map((use) => h("li", [memberLink(use, context)])),
    ]),
  ];
}

/**
 * Returns a link to a member that targets a shape; for members of a list or map, a link to the list
 * or map.
 */
export function memberLink(
  { container, containerName: name, member }: MemberUse,
  context: PageContext,
): ElementContent {
  const ofMember = context.hrefOf(`${container}$${member}`);
  const href = ofMember ?? context.hrefOf(container) ?? "";
  return h("a", { href }, [h("code", ofMember === undefined ? name : `${name}.${member}`)]);
}
