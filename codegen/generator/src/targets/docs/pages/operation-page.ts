import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { OperationData, OperationPlan, Recording, StructurePlan } from "@tinsmith/service";
import { retryAdvice } from "../site/retry-advice.js";
import { documentedCalls } from "../snippets/documented-call.js";
import type { DocumentedCall } from "../snippets/documented-call.js";
import { hasTimestamp } from "../snippets/first-call.js";
import { actionSnippets } from "../snippets/action-snippets.js";
import { callSnippets } from "../snippets/snippets.js";
import { syntaxOf } from "../snippets/syntax.js";
import { firstSentence } from "../text/render-text.js";
import { breakable } from "./breakable.js";
import { codeBlock, tabs } from "./code-block.js";
import { membersTable } from "./members.js";
import type { Direction } from "./members.js";
import { documented } from "./notices.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/**
 * The number of characters that each side of an operation may open in place, to keep pages below
 * 150 KB.
 */
const charactersPerSide = 40_000;

/** Creates the page of an operation: how to call it, its input, its output and its errors. */
export function operationPage(operation: OperationPlan, context: PageContext): Page {
  const description = firstSentence(operation.documentation ?? "");
  return {
    path: context.path,
    title: operation.name,
    description: description === "" ? `The operation ${operation.name}.` : description,
    section: "Operations",
    content: [
      h("p", { className: ["kicker"], dataSkip: "" }, ["Operation", ...qualities(operation)]),
      h("h1", operation.name),
      ...documented(operation, context),
      h("h2", { id: "signature" }, "Signature"),
      ...signature(operation, context),
      h("h2", { id: "input" }, "Request"),
      ...side(operation.input, "input", context),
      h("h2", { id: "output" }, "Response"),
      ...side(operation.output, "output", context),
      h("h2", { id: "errors" }, "Errors"),
      ...errorTable(operation, context),
      ...examples(operation, context),
      ...actions(operation, context),
    ],
  };
}

function qualities(operation: OperationPlan): ElementContent[] {
  const words = [
    ...(operation.readonly ? ["read-only"] : []),
    ...(operation.idempotent ? ["idempotent"] : []),
    ...(operation.pagination ? ["paginated"] : []),
    ...(operation.http ? [`${operation.http.method} ${operation.http.uri}`] : []),
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
  if (clientPackage === undefined) return [codeBlock(call, "typescript")];
  return [
    codeBlock(call, "typescript"),
    h("p", [
      "Of ",
      h("code", context.site.plan.names.aggregatedClient),
      ", or as ",
      h("code", names.command),
      " with ",
      h("code", "client.send"),
      ", in ",
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
  return [
    ...context.text(shape.documentation),
    h(
      "h3",
      { id: `${direction}-syntax` },
      direction === "input" ? "Request syntax" : "Response structure",
    ),
    codeBlock(syntaxOf(shape, plan, direction), "typescript"),
    h(
      "h3",
      { id: `${direction}-members` },
      direction === "input" ? "Request members" : "Response members",
    ),
    membersTable(shape.members, context, {
      direction,
      prefix: direction,
      budget: { characters: charactersPerSide },
      within: [shape.id],
    }),
    h("p", { className: ["aside-link"] }, [
      "Shape: ",
      h("a", { href: context.hrefOf(shape.id) ?? "" }, [h("code", shape.name)]),
    ]),
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

/** Returns the paginators, waiters and batches of the operation. */
function actions(operation: OperationPlan, context: PageContext): ElementContent[] {
  return actionSnippets(operation, context.site).flatMap(({ id, title, text, code }) => [
    h("h2", { id }, title),
    ...text.map((sentence) => h("p", sentence)),
    codeBlock(code, "typescript"),
  ]);
}

function examples(operation: OperationPlan, context: PageContext): ElementContent[] {
  const { site } = context;
  const calls = documentedCalls(operation, site);
  const [first] = calls;
  if (first === undefined) return [];
  const isSample = first.title === undefined;
  return [
    h("h2", { id: "examples" }, isSample ? "Example" : "Examples"),
    ...(isSample
      ? [h("p", "A call with the required members. The values are samples within the constraints.")]
      : []),
    ...serverHint(operation, calls, context),
    ...calls.flatMap((call, index) => example(operation, call, index, context)),
  ];
}

function serverHint(
  operation: OperationPlan,
  calls: readonly DocumentedCall[],
  context: PageContext,
): ElementContent[] {
  const { plan, names } = context.site;
  const isDated = calls.some(({ input }) => hasTimestamp(operation, input, plan));
  return [
    ...(names.mockServerCommand === undefined
      ? []
      : [
          h("p", [
            "These call the ",
            h("a", { href: context.href("index.html", "first-call") }, "mock server"),
            " on this machine. Remove the endpoint to call the service itself.",
          ]),
        ]),
    ...(isDated && names.clock !== undefined && names.mockServerCommand !== undefined
      ? [
          h("p", "Times in examples are fixed. Start the mock server at the time of the examples:"),
          codeBlock(`${names.mockServerCommand} --clock frozen:${names.clock}`, "shellscript"),
        ]
      : []),
  ];
}

function example(
  operation: OperationPlan,
  call: DocumentedCall,
  index: number,
  context: PageContext,
): ElementContent[] {
  const id = `example-${index + 1}`;
  const { title, recording, expectedError } = call;
  const isError = recording === undefined ? expectedError !== undefined : !!recording.error;
  return [
    ...(title === undefined
      ? []
      : [
          h("h3", { id }, [
            title,
            ...(isError ? [" ", h("span", { className: ["flag", "failure"] }, "error")] : []),
          ]),
        ]),
    ...context.text(call.documentation),
    ...(recording?.arranged === true ? [arranged(operation, recording)] : []),
    tabs(
      id,
      `Ways to make this call: ${title ?? operation.name}`,
      callSnippets(operation, call, context.site),
    ),
  ];
}

/** States that the server does not respond like this on its own, and how a test arranges it. */
function arranged({ name }: OperationPlan, { error }: Recording): Element {
  return h("p", [
    "To get this response, tell the mock server: ",
    h("code", `server.on(${JSON.stringify(name)}).throwsOnce(${JSON.stringify(error?.name)})`),
    ".",
  ]);
}
