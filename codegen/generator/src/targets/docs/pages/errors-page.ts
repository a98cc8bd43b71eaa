import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { StructurePlan } from "@tinsmith/service";
import { errorsPage } from "../site/plan-places.js";
import { retryAdvice } from "../site/retry-advice.js";
import { importLine } from "../snippets/snippets.js";
import { breakable } from "./breakable.js";
import { codeBlock } from "./code-block.js";
import { membersTable } from "./members.js";
import { documented } from "./notices.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/**
 * The maximum number of operations in the table; with more, each error lists its operations
 * instead.
 */
const matrixColumns = 24;

/**
 * Creates the page of all errors: the operations that return them, their handling, their meaning.
 */
export function createErrorsPage(context: PageContext): Page {
  const { plan } = context.site;
  return {
    path: errorsPage,
    title: "Errors",
    description: `The ${plan.errors.length} errors of ${plan.title}, which operations return them, and how to handle them.`,
    section: "Errors",
    content: [
      h("p", { className: ["kicker"], dataSkip: "" }, "Reference"),
      h("h1", "Errors"),
      ...(plan.errors.length === 0 ? [h("p", "The model defines no errors.")] : []),
      ...matrix(context),
      ...handling(context),
      ...(plan.errors.length === 0 ? [] : [h("h2", { id: "all" }, "All errors")]),
      ...plan.errors.flatMap((error) => errorSection(error, context)),
    ],
  };
}

function matrix(context: PageContext): ElementContent[] {
  const { operations, errors } = context.site.plan;
  if (errors.length === 0 || operations.length > matrixColumns) return [];
  const cell = (error: StructurePlan, operation: (typeof operations)[number]): ElementContent => {
    if (!operation.errors.includes(error.id)) return h("td", { className: ["no"] }, "–");
    return h("td", { className: ["yes"] }, [
      h("span", { className: ["dot"], ariaHidden: "true", dataSkip: "" }, "●"),
      h("span", { className: ["hidden"] }, "yes"),
    ]);
  };
  return [
    h("h2", { id: "by-operation" }, "By operation"),
    h("div", { className: ["scroll"], tabIndex: 0 }, [
      h("table", { className: ["matrix"] }, [
        h("thead", [
          h("tr", [
            h("th", { scope: "col" }, "Error"),
            ...operations.map((operation) =>
              h("th", { scope: "col" }, [
                h("a", { href: context.hrefOf(operation.id) ?? "" }, breakable(operation.name)),
              ]),
            ),
          ]),
        ]),
        h(
          "tbody",
          errors.map((error) =>
            h("tr", [
              h("th", { scope: "row" }, [
                h("a", { href: context.hrefOf(error.id) ?? "" }, [
                  h("code", breakable(error.name)),
                ]),
              ]),
              ...operations.map((operation) => cell(error, operation)),
            ]),
          ),
        ),
      ]),
    ]),
  ];
}

function handling(context: PageContext): ElementContent[] {
  const { names, plan } = context.site;
  const [first] = plan.errors.filter((error) => !retryAdvice(error).helps);
  const operation = plan.operations.find(({ errors }) => first && errors.includes(first.id));
  if (names.clientPackage === undefined || !first || !operation) return [];
  const imports = [
    operation.names.command,
    plan.names.client,
    plan.names.exception,
    first.typeName,
  ];
  const code = [
    importLine([...imports].sort(), names.clientPackage),
    "",
    `export async function call(client: ${plan.names.client}, command: ${operation.names.command}) {`,
    `  try {`,
    `    return await client.send(command);`,
    `  } catch (error) {`,
    `    if (error instanceof ${first.typeName}) return undefined; // an error that you can handle`,
    `    if (error instanceof ${plan.names.exception}) {`,
    `      console.error(error.name, error.$fault, error.$metadata.requestId);`,
    `    }`,
    `    throw error;`,
    `  }`,
    `}`,
  ];
  return [
    h("h2", { id: "handling" }, "Handling errors"),
    h("p", [
      "Every error is a class that extends ",
      h("code", plan.names.exception),
      ". Its ",
      h("code", "name"),
      " is the name below, its ",
      h("code", "$fault"),
      " states whether the client or the server is at fault. If a retry can succeed, the client retries automatically; such an error reaches your code only if all retries failed.",
    ]),
    codeBlock(code.join("\n"), "typescript"),
  ];
}

function errorSection(error: StructurePlan, context: PageContext): ElementContent[] {
  const anchor = context.site.places.get(error.id)?.anchor ?? error.name;
  const retry = retryAdvice(error);
  const operations = context.site.plan.operations.filter(({ errors }) => errors.includes(error.id));
  const members = error.members.filter(({ name }) => name !== error.error?.messageMember);
  return [
    h("h3", { id: anchor }, [h("code", error.name)]),
    ...documented(error, context),
    h("dl", { className: ["facts"] }, [
      h("div", [h("dt", "Fault"), h("dd", error.error?.fault ?? "client")]),
      h("div", [h("dt", "HTTP status"), h("dd", String(error.error?.httpStatus ?? 400))]),
      h("div", [h("dt", "Retry"), h("dd", retry.text)]),
      h("div", [
        h("dt", "Operations"),
        h(
          "dd",
          operations.flatMap((operation, index) => [
            ...(index === 0 ? [] : [", "]),
            h("a", { href: context.hrefOf(operation.id) ?? "" }, operation.name),
          ]),
        ),
      ]),
    ]),
    ...(members.length === 0
      ? []
      : [
          membersTable(members, context, {
            direction: "output",
            prefix: anchor,
            budget: { characters: 20_000 },
            within: [error.id],
          }),
        ]),
  ];
}
