import type { MemberPlan, OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, declare } from "../../../code/code.js";
import type { Code } from "../../../code/code.js";
import { doc } from "../../../code/doc.js";
import { literal } from "../../../code/literal.js";
import type { ClientPackages } from "../client-packages.js";
import {
  clientClass,
  clientType,
  commandClass,
  commandInput,
  commandOutput,
  paginationConfigType,
} from "../local-symbols.js";
import { memberPath } from "../member-path.js";
import { runtimeType } from "../runtime-symbols.js";
import { hasOptionalInput } from "../optional-input.js";
import { paginationRuntime, paginationRuntimeType } from "./pagination-symbols.js";

/** The parts of a paginator. */
export interface PaginatorParts {
  readonly operation: OperationPlan;
  readonly function: string;
  readonly file: string;
}

/** Returns the paginated operations. */
export function paginators(plan: ServicePlan): readonly PaginatorParts[] {
  return plan.operations.flatMap((operation) => {
    const { paginator } = operation.names;
    const isComplete =
      operation.pagination !== undefined &&
      operation.input.kind === "structure" &&
      operation.output.kind === "structure";
    return paginator === undefined || !isComplete ? [] : { operation, ...paginator };
  });
}

/** Emits the options that all paginators of the service accept. */
export function emitPaginationConfig(plan: ServicePlan): Code {
  return code`
    ${doc(undefined, { notes: ["The options of paginators, besides the input of the operation."] })}
    export interface ${declare(plan.names.paginationConfig)} extends ${paginationRuntimeType("PaginationConfiguration")} {
      client: ${clientType(plan)};
    }
  `;
}

/** Emits a function that iterates over the pages of an operation. */
export function emitPaginator(
  plan: ServicePlan,
  { operation, function: name }: PaginatorParts,
  packages: ClientPackages,
): Code {
  const { pagination } = operation;
  const input = commandInput(operation);
  const output = commandOutput(operation);
  const pageSize = pagination?.pageSize;
  const items = pathInOutput(plan, operation, pagination?.items);
  const call = code`${paginationRuntime("paginate")}(pages, config, input, options)`;
  return code`
    const ${declare("pages")}: ${paginationRuntimeType("PaginatorDefinition")}<${input}, ${output}> = {
      client: ${clientClass(plan)},
      command: ${commandClass(operation)},
      inputToken: ${literal(pagination?.inputToken ?? "")},
      nextToken: (page) => ${pathInOutput(plan, operation, pagination?.outputToken)?.code ?? code`undefined`},
      ${pageSize !== undefined && code`pageSize: ${literal(pageSize)},`}
    };

    ${doc(undefined, {
      notes: [
        `Iterates over the pages of {@link ${operation.names.command}}. Each page is requested when the loop reaches it.`,
      ],
      tags: [example(plan, operation, name, items?.member, packages)],
    })}
    export const ${declare(name)} = (
      config: ${paginationConfigType(plan)},
      input: ${input},
      options?: ${runtimeType("RequestOptions")},
    ) => ${items === undefined ? call : code`${paginationRuntime("withItems")}(${call}, (page) => ${itemsCode(items)})`};
  `;
}

/** Emits the items of a page; the items of a map are its entries. */
function itemsCode({ code: path, member }: { readonly code: Code; readonly member: MemberPlan }) {
  return member.type.kind === "map" ? code`Object.entries(${path} ?? {})` : path;
}

function pathInOutput(plan: ServicePlan, { output }: OperationPlan, path: string | undefined) {
  if (path === undefined || output.kind === "unit") return undefined;
  return memberPath(plan, "page", output.id, path);
}

function example(
  plan: ServicePlan,
  operation: OperationPlan,
  name: string,
  items: MemberPlan | undefined,
  packages: ClientPackages,
): string {
  const input = hasOptionalInput(plan, operation) ? "{}" : "input";
  const pages = `${name}({ client }, ${input})`;
  return [
    "@example",
    "```ts",
    `import { ${plan.names.client}, ${name} } from ${literal(packages.client).text};`,
    "",
    `const client = new ${plan.names.client}();`,
    ...(items === undefined
      ? [`for await (const page of ${pages}) console.log(page);`]
      : [`for await (const item of ${pages}.items()) console.log(item);`]),
    "```",
  ].join("\n");
}
