import { dataMembers, errorsOfCall } from "@tinsmith/service";
import type { ExamplePlan, OperationPlan, ServicePlan } from "@tinsmith/service";
import type { Doc } from "../../code/doc.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { documentationToMarkdown } from "../../print/markdown.js";
import { exampleOptions } from "./client-options.js";
import type { ClientPackages } from "./client-packages.js";
import { exampleValue } from "./example-value.js";

/** The width of a line of a comment. */
const commentWidth = 92;

/** Returns the doc comment of a command: documentation, examples as code, and errors. */
export function commandDoc(
  plan: ServicePlan,
  operation: OperationPlan,
  packages: ClientPackages,
): Doc {
  return doc(operation.documentation, {
    deprecated: operation.deprecated && (operation.deprecated.message ?? ""),
    tags: [
      ...operation.examples.map((example) => exampleTag(plan, operation, example, packages)),
      ...errorsOfCall(plan, operation).map((error) =>
        throwsTag(error.typeName, documentationToMarkdown(error.documentation ?? "")),
      ),
    ],
  });
}

/**
 * Returns a tag with the whole text: on the line of the name if it fits, otherwise on the lines
 * below.
 */
function throwsTag(name: string, text: string): string {
  const tag = `@throws {@link ${name}}`;
  if (text === "") return tag;
  const fits = !text.includes("\n") && tag.length + text.length < commentWidth;
  return fits ? `${tag} ${text}` : `${tag}\n${text}`;
}

function exampleTag(
  plan: ServicePlan,
  operation: OperationPlan,
  example: ExamplePlan,
  packages: ClientPackages,
): string {
  const { client } = plan.names;
  const { command } = operation.names;
  const input = exampleValue(plan, example.input ?? {}, dataMembers(plan, operation.input));
  const send = `await client.send(new ${command}(${input}))`;
  const names = [
    client,
    command,
    ...(example.error ? [errorName(plan, example.error.shapeId)] : []),
  ];
  const lines = [
    `@example ${documentationToMarkdown(example.title)}`,
    "```ts",
    `import { ${names.join(", ")} } from ${literal(packages.client).text};`,
    "",
    `const client = new ${client}(${plan.isAws ? "" : exampleOptions(plan)});`,
    ...(example.error
      ? errorLines(plan, send, example.error)
      : successLines(plan, operation, send, example)),
    "```",
  ];
  return lines.join("\n");
}

function successLines(
  plan: ServicePlan,
  operation: OperationPlan,
  send: string,
  example: ExamplePlan,
): readonly string[] {
  const output = exampleValue(plan, example.output ?? {}, dataMembers(plan, operation.output));
  return [`const output = ${send};`, ...comment(output)];
}

function errorLines(
  plan: ServicePlan,
  send: string,
  error: NonNullable<ExamplePlan["error"]>,
): readonly string[] {
  const shape = plan.shapesById.get(error.shapeId);
  const members = shape?.kind === "structure" ? shape.members : [];
  return [
    "try {",
    ...`${send};`.split("\n").map((line) => `  ${line}`),
    "} catch (error) {",
    `  if (error instanceof ${errorName(plan, error.shapeId)}) {`,
    ...comment(exampleValue(plan, error.content, members)).map((line) => `    ${line}`),
    "  }",
    "}",
  ];
}

function comment(text: string): readonly string[] {
  return text.split("\n").map((line) => `// ${line}`);
}

function errorName(plan: ServicePlan, id: string): string {
  return plan.shapesById.get(id)?.typeName ?? plan.names.exception;
}
