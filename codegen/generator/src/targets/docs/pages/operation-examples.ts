import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { OperationPlan, Recording } from "@tinsmith/service";
import { actionSnippets } from "../snippets/action-snippets.js";
import { documentedCalls } from "../snippets/documented-call.js";
import type { DocumentedCall } from "../snippets/documented-call.js";
import { hasTimestamp } from "../snippets/first-call.js";
import { callSnippets } from "../snippets/snippets.js";
import { codeBlock, tabs } from "./code-block.js";
import type { PageContext } from "./page-context.js";

/**
 * Returns the first call of an operation, which is shown beside the description of the operation.
 * Returns nothing if the model has no example and none was recorded.
 */
export function firstExample(operation: OperationPlan, context: PageContext): ElementContent[] {
  const [first] = documentedCalls(operation, context.site);
  if (first === undefined) return [];
  return [
    h("h2", { id: "example", className: ["small"] }, first.title ?? "Example"),
    ...(first.title === undefined
      ? [h("p", { className: ["quiet"] }, "A call with the required members and sample values.")]
      : []),
    ...context.text(first.documentation),
    ...exampleBody(operation, first, "example-1", context),
  ];
}

/** Returns the other examples of an operation, and how to run all of them. */
export function furtherExamples(operation: OperationPlan, context: PageContext): ElementContent[] {
  const calls = documentedCalls(operation, context.site);
  const hint = serverHint(operation, calls, context);
  if (calls.length < 2 && hint.length === 0) return [];
  return [
    h("h2", { id: "examples" }, calls.length < 2 ? "Run the example" : "Examples"),
    ...hint,
    ...calls.slice(1).flatMap((call, index) => example(operation, call, index + 2, context)),
  ];
}

/** Returns the paginators, waiters and batches of the operation. */
export function actions(operation: OperationPlan, context: PageContext): ElementContent[] {
  return actionSnippets(operation, context.site).flatMap(({ id, title, text, code }) => [
    h("h2", { id }, title),
    ...text.map((sentence) => h("p", sentence)),
    codeBlock(code, "typescript"),
  ]);
}

function serverHint(
  operation: OperationPlan,
  calls: readonly DocumentedCall[],
  context: PageContext,
): ElementContent[] {
  if (calls.length === 0) return [];
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
  number: number,
  context: PageContext,
): ElementContent[] {
  const id = `example-${number}`;
  const { title = "", recording, expectedError } = call;
  const isError = recording === undefined ? expectedError !== undefined : !!recording.error;
  return [
    h("h3", { id }, [
      title,
      ...(isError ? [" ", h("span", { className: ["flag", "failure"] }, "error")] : []),
    ]),
    ...context.text(call.documentation),
    ...exampleBody(operation, call, id, context),
  ];
}

function exampleBody(
  operation: OperationPlan,
  call: DocumentedCall,
  id: string,
  context: PageContext,
): ElementContent[] {
  const { title, recording } = call;
  return [
    ...(recording?.arranged === true ? [arranged(operation, recording)] : []),
    tabs(
      `${id}-tabs`,
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
