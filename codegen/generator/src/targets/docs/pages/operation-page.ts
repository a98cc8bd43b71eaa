import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { OperationData, OperationPlan, StructurePlan } from "@tinsmith/service";
import { retryAdvice } from "../site/retry-advice.js";
import { syntaxOf } from "../snippets/syntax.js";
import { firstSentence } from "../text/render-text.js";
import { breakable } from "./breakable.js";
import { codeBlock } from "./code-block.js";
import { membersTable } from "./members.js";
import type { Direction } from "./members.js";
import { documented } from "./notices.js";
import { actions, firstExample, furtherExamples } from "./operation-examples.js";
import { operationFacts } from "./operation-facts.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";
import { linkToConsole, tryIt } from "./try-it.js";

/**
 * The number of characters that each side of an operation may open in place, to keep pages below
 * 150 KB.
 */
const charactersPerSide = 40_000;

/** Creates the page of an operation: how to call it, its input, its output and its errors. */
export function operationPage(operation: OperationPlan, context: PageContext): Page {
  const description = firstSentence(operation.documentation ?? "");
  const example = firstExample(operation, context);
  return {
    path: context.path,
    title: operation.name,
    description: description === "" ? `The operation ${operation.name}.` : description,
    section: "Operations",
    isWide: true,
    sendsRequests: context.site.hasConsole,
    content: [
      split(
        [
          h("p", { className: ["kicker"], dataSkip: "" }, [
            "Operation",
            ...qualities(operation),
            ...linkToConsole(context),
          ]),
          h("h1", breakable(operation.name)),
          ...documented(operation, context),
          ...operationFacts(operation, context),
        ],
        [...example, ...signature(operation, context)],
      ),
      ...tryIt(operation, context),
      h("h2", { id: "input" }, "Request"),
      ...side(operation.input, "input", context),
      h("h2", { id: "output" }, "Response"),
      ...side(operation.output, "output", context),
      h("h2", { id: "errors" }, "Errors"),
      ...errorTable(operation, context),
      ...furtherExamples(operation, context),
      ...actions(operation, context),
    ],
  };
}

/**
 * Returns text with code. The code is beside the text in a wide window, and below it in a narrow
 * one.
 */
function split(words: ElementContent[], code: ElementContent[]): Element {
  return h("div", { className: ["split"] }, [
    h("div", { className: ["words"] }, words),
    h("div", { className: ["beside"] }, code),
  ]);
}

function qualities(operation: OperationPlan): ElementContent[] {
  const words = [
    ...(operation.readonly ? ["read-only"] : []),
    ...(operation.idempotent ? ["idempotent"] : []),
    ...(operation.pagination ? ["paginated"] : []),
    ...(operation.internal ? ["internal"] : []),
  ];
  return words.flatMap(
    (word) => [" ", h("span", { className: ["flag"] }, word)] as ElementContent[],
  );
}

function signature(operation: OperationPlan, context: PageContext): ElementContent[] {
  const { names } = operation;
  const { clientPackage } = context.site.names;
  const parameter = operation.input.kind === "unit" ? "" : `input: ${names.commandInput}`;
  const line = `${names.method}(${parameter}): Promise<${names.commandOutput}>`;
  const call =
    line.length <= 72
      ? line
      : `${names.method}(\n  ${parameter},\n): Promise<${names.commandOutput}>`;
  const title = h("h2", { id: "signature", className: ["small"] }, "Signature");
  if (clientPackage === undefined) return [title, codeBlock(call, "typescript")];
  return [
    title,
    codeBlock(call, "typescript"),
    h("p", { className: ["quiet"] }, [
      "A method of ",
      h("code", context.site.plan.names.aggregatedClient),
      ". Alternatively, pass ",
      h("code", names.command),
      " to ",
      h("code", "client.send"),
      ". Both are in ",
      h("code", clientPackage),
      ".",
    ]),
  ];
}

function side(data: OperationData, direction: Direction, context: PageContext): ElementContent[] {
  const { plan } = context.site;
  const shape = data.kind === "unit" ? undefined : plan.shapesById.get(data.id);
  if (shape?.kind !== "structure" || shape.members.length === 0) {
    const word = direction === "input" ? "takes no input" : "returns an empty response";
    return [h("p", `This operation ${word}.`)];
  }
  const isInput = direction === "input";
  return [
    ...context.text(shape.documentation),
    split(
      [
        h("h3", { id: `${direction}-members` }, isInput ? "Request members" : "Response members"),
        membersTable(shape.members, context, {
          direction,
          prefix: direction,
          budget: { characters: charactersPerSide },
          within: [shape.id],
        }),
        h("p", { className: ["aside-link"] }, [
          "Shape: ",
          h("a", { href: context.hrefOf(shape.id) ?? "" }, [h("code", breakable(shape.name))]),
        ]),
      ],
      [
        h("h3", { id: `${direction}-syntax` }, isInput ? "Request syntax" : "Response structure"),
        codeBlock(syntaxOf(shape, plan, direction), "typescript"),
      ],
    ),
  ];
}

function errorTable(operation: OperationPlan, context: PageContext): ElementContent[] {
  const { plan } = context.site;
  const errors = operation.errors
    .map((id) => plan.shapesById.get(id))
    .filter((error) => error?.kind === "structure");
  if (errors.length === 0)
    return [h("p", "The model defines no errors specific to this operation.")];
  return [
    h("div", { className: ["scroll"], tabIndex: 0 }, [
      h("table", { className: ["errors"] }, [
        h("thead", [
          h(
            "tr",
            ["Error", "Status", "When", "Retry"].map((name) => h("th", { scope: "col" }, name)),
          ),
        ]),
        h(
          "tbody",
          errors.map((error) => errorRow(error, context)),
        ),
      ]),
    ]),
    h("p", [
      "The meaning and handling of each error: ",
      h("a", { href: context.href("errors.html") }, "Errors"),
      ".",
    ]),
  ];
}

function errorRow(error: StructurePlan, context: PageContext): Element {
  const retry = retryAdvice(error);
  return h("tr", [
    h("th", { scope: "row" }, [
      h("a", { href: context.hrefOf(error.id) ?? "" }, [h("code", breakable(error.name))]),
    ]),
    h("td", `${error.error?.httpStatus ?? ""} ${error.error?.fault ?? ""}`),
    h("td", firstSentence(error.documentation ?? "")),
    h("td", retry.helps ? [h("strong", "Yes")] : ["No"]),
  ]);
}
