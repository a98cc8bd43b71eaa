import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { OperationPlan } from "@tinsmith/service";
import { clientOptionGroups } from "../client/client-options-doc.js";
import type { ClientOptionDoc } from "../client/client-options-doc.js";
import { clientSections } from "../client/client-sections.js";
import { clientPage as clientPath } from "../site/plan-places.js";
import { renderText } from "../text/render-text.js";
import { breakable } from "./breakable.js";
import { codeBlock } from "./code-block.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/** Creates the page of the client: all of its options, and its features besides calls. */
export function createClientPage(context: PageContext): Page {
  const { plan, names } = context.site;
  return {
    path: clientPath,
    title: "Client",
    description: `The options of ${plan.names.client}, its paginators, waiters, errors, stubs and plugins.`,
    section: "Overview",
    content: [
      h("p", { className: ["kicker", "package"], dataSkip: "" }, names.clientPackage ?? ""),
      h("h1", "Client"),
      ...clientSections(context.site).flatMap(({ id, title, text, code }) => [
        ...(title === "" ? [] : [h("h2", { id }, title)]),
        ...text.flatMap((paragraph) => renderText(paragraph)),
        ...(code === undefined ? [] : [codeBlock(code, "typescript")]),
        ...(id === "create" ? options(context) : []),
        ...(id === "helpers" ? helpers(context) : []),
      ]),
    ],
  };
}

function options({ site }: PageContext): ElementContent[] {
  const outside = site.plan.isAws
    ? "All options are optional. In Node, an option that the code does not set is read from the environment, then from the profile."
    : "An option with the default “none: required” must be set.";
  return [
    h("h2", { id: "options" }, "Options"),
    h("p", outside),
    ...clientOptionGroups(site.plan).flatMap(({ title, options: list }) => [
      h("h3", { id: `options-${title.toLowerCase().replace(/[^a-z]+/g, "-")}` }, title),
      h("table", { className: ["members"] }, [
        h("thead", [
          h("tr", [h("th", { scope: "col" }, "Option"), h("th", { scope: "col" }, "Description")]),
        ]),
        h("tbody", list.map(optionRow)),
      ]),
    ]),
  ];
}

function optionRow(option: ClientOptionDoc): Element {
  const id = `option.${option.name}`;
  const rules = [
    ["Default", option.default],
    ["Environment", option.variable],
    ["Profile", option.profile],
  ] as const;
  return h("tr", { id }, [
    h("th", { scope: "row" }, [
      h("a", { className: ["name"], href: `#${encodeURIComponent(id)}` }, [
        h("code", breakable(option.name)),
      ]),
      " ",
      h("span", { className: ["type"] }, option.type),
    ]),
    h("td", [
      ...renderText(option.text),
      h(
        "dl",
        { className: ["rules"] },
        rules.flatMap(([label, value]) =>
          value === undefined ? [] : [h("div", [h("dt", label), h("dd", [h("code", value)])])],
        ),
      ),
    ]),
  ]);
}

/** Returns the functions of the client that make several calls, with links to their operations. */
function helpers(context: PageContext): ElementContent[] {
  const { operations } = context.site.plan;
  const kinds: readonly (readonly [string, (operation: OperationPlan) => readonly string[]])[] = [
    [
      "Paginators",
      ({ names, pagination }) => (pagination ? [names.paginator?.function ?? ""] : []),
    ],
    ["Waiters", ({ waiters }) => waiters.map(({ names }) => names.waitUntil)],
    ["Batches", ({ batch }) => (batch ? [batch.names.function] : [])],
  ];
  return kinds.flatMap(([title, namesOf]) => {
    const items = operations.flatMap((operation) =>
      namesOf(operation)
        .filter((name) => name !== "")
        .map((name) =>
          h("li", [
            h("a", { href: context.hrefOf(operation.id) ?? "" }, [h("code", breakable(name))]),
            ` of ${operation.name}`,
          ]),
        ),
    );
    return items.length === 0 ? [] : [h("h3", { id: title.toLowerCase() }, title), h("ul", items)];
  });
}
