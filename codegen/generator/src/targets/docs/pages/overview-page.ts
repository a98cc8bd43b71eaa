import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { OperationPlan } from "@tinsmith/service";
import { clientPage, overviewPage } from "../site/plan-places.js";
import type { EndpointDoc } from "../site/site.js";
import { firstCall } from "../snippets/first-call.js";
import { callSnippets } from "../snippets/snippets.js";
import { firstSentence, renderText } from "../text/render-text.js";
import { codeBlock, tabs } from "./code-block.js";
import { documented } from "./notices.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/**
 * Creates the front page: a description of the service, its endpoints, and a first call to the mock
 * server.
 */
export function createOverviewPage(context: PageContext): Page {
  const { plan } = context.site;
  const description = firstSentence(plan.documentation ?? "");
  return {
    path: overviewPage,
    title: plan.title,
    description: description === "" ? `${plan.title}, version ${plan.version}.` : description,
    section: "Overview",
    content: [
      h(
        "p",
        { className: ["kicker"], dataSkip: "" },
        plan.version === "" ? "Service" : `Service, version ${plan.version}`,
      ),
      h("h1", plan.title),
      ...documented(plan, context),
      h("h2", { id: "operations" }, "Operations"),
      operationList(plan.operations, context),
      ...install(context),
      ...firstSteps(context),
      ...authentication(context),
      ...endpoints(context),
      ...protocol(context),
      h("h2", { id: "facts" }, "Facts"),
      facts(context),
      ...downloads(context),
    ],
  };
}

function operationList(operations: readonly OperationPlan[], context: PageContext): Element {
  return h(
    "dl",
    { className: ["cards"] },
    operations.map((operation) =>
      h("div", [
        h("dt", [h("a", { href: context.hrefOf(operation.id) ?? "" }, operation.name)]),
        h("dd", firstSentence(operation.documentation ?? "")),
      ]),
    ),
  );
}

function install(context: PageContext): ElementContent[] {
  const { clientPackage, mockServerPackage } = context.site.names;
  const lines = [
    ...(clientPackage === undefined ? [] : [`npm install ${clientPackage}`]),
    ...(mockServerPackage === undefined ? [] : [`npm install --save-dev ${mockServerPackage}`]),
  ];
  if (lines.length === 0) return [];
  return [
    h("h2", { id: "install" }, "Install"),
    codeBlock(lines.join("\n"), "shellscript"),
    ...(clientPackage === undefined
      ? []
      : [
          h("p", [
            "All options of the client, and its features besides calls: ",
            h("a", { href: context.href(clientPage) }, "Client"),
            ".",
          ]),
        ]),
  ];
}

function firstSteps(context: PageContext): ElementContent[] {
  const { names } = context.site;
  const first = firstCall(context.site);
  if (!first) return [];
  const { operation, call } = first;
  const start =
    names.mockServerCommand === undefined
      ? []
      : [
          h(
            "p",
            "Start the mock server. It behaves like the service, keeps all data in memory and bills no usage.",
          ),
          codeBlock(names.mockServerCommand, "shellscript"),
          ...(names.signingName === undefined
            ? []
            : [
                h("p", "It accepts any credentials, but clients require some to sign requests:"),
                codeBlock(
                  "export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test",
                  "shellscript",
                ),
              ]),
          h("p", "Then call it:"),
        ];
  return [
    h("h2", { id: "first-call" }, "A first call"),
    ...start,
    tabs(
      "first-call-tabs",
      "Ways to make the first call",
      callSnippets(operation, call, context.site),
    ),
    h("p", [
      "More about this operation: ",
      h("a", { href: context.hrefOf(operation.id) ?? "" }, [h("code", operation.name)]),
      ".",
    ]),
  ];
}

function authentication(context: PageContext): ElementContent[] {
  const schemes = context.site.authentication;
  return [
    h("h2", { id: "authentication" }, "Authentication"),
    ...(schemes.length === 0
      ? [h("p", "The model defines no authentication scheme.")]
      : schemes.flatMap(({ name, summary }) => [
          h("p", [h("strong", `${name}. `), ...inline(summary)]),
        ])),
  ];
}

function endpoints(context: PageContext): ElementContent[] {
  const list = context.site.endpoints;
  if (list.length === 0) return [];
  const isVariant = ({ fips, dualStack }: EndpointDoc): boolean => fips || dualStack;
  const variants = list.filter(isVariant);
  return [
    h("h2", { id: "endpoints" }, "Endpoints"),
    h(
      "p",
      "The client resolves the endpoint from its region. These are the cases in the model, which tests verify.",
    ),
    endpointTable(list.filter((endpoint) => !isVariant(endpoint))),
    ...(variants.length === 0
      ? []
      : [h("details", [h("summary", "FIPS and dual-stack endpoints"), endpointTable(variants)])]),
  ];
}

function endpointTable(list: readonly EndpointDoc[]): Element {
  const anyVariant = list.some(({ fips, dualStack }) => fips || dualStack);
  const columns = ["Region", ...(anyVariant ? ["Variant"] : []), "Endpoint"];
  return h("div", { className: ["scroll"], tabIndex: 0 }, [
    h("table", { className: ["endpoints"] }, [
      h("thead", [
        h(
          "tr",
          columns.map((column) => h("th", { scope: "col" }, column)),
        ),
      ]),
      h(
        "tbody",
        list.map((endpoint) =>
          h("tr", [
            h("th", { scope: "row" }, endpoint.region),
            ...(anyVariant ? [h("td", variant(endpoint))] : []),
            h("td", [h("code", endpoint.url)]),
          ]),
        ),
      ),
    ]),
  ]);
}

function variant({ fips, dualStack }: EndpointDoc): string {
  return [...(fips ? ["FIPS"] : []), ...(dualStack ? ["dual-stack"] : [])].join(" and ");
}

function protocol(context: PageContext): ElementContent[] {
  const doc = context.site.protocol;
  if (!doc) {
    return [
      h("h2", { id: "protocol" }, "Protocol"),
      h(
        "p",
        "The model does not name a protocol, so it does not determine the messages of a call. The pages show what the model defines: inputs, outputs and errors.",
      ),
    ];
  }
  return [
    h("h2", { id: "protocol" }, "Protocol"),
    h("p", [h("strong", `${doc.name}. `), ...inline(doc.summary)]),
  ];
}

function facts(context: PageContext): Element {
  return h(
    "dl",
    { className: ["facts"] },
    context.site.facts.map(({ label, value }) =>
      h("div", [h("dt", label), h("dd", [h("code", value)])]),
    ),
  );
}

function downloads(context: PageContext): ElementContent[] {
  return [
    h("h2", { id: "downloads" }, "Downloads"),
    h("ul", [
      h("li", [
        h("a", { href: context.href("model.json"), download: "" }, "The model as JSON AST"),
      ]),
      h("li", [h("a", { href: context.href("llms-full.txt") }, "All pages in one text file")]),
      h("li", [
        h("a", { href: context.href("llms.txt") }, "A table of contents for language models"),
      ]),
      h("li", [
        h("a", { href: context.href("anchors.json") }, "The locations of all shapes, as JSON"),
      ]),
    ]),
  ];
}

/** Returns the inline content of a fixed text in Markdown. */
function inline(markdown: string): ElementContent[] {
  return renderText(markdown).flatMap((node) => (node.type === "element" ? node.children : [node]));
}
