import type { NodeValue } from "@tinsmith/smithy";
import type { LifecyclePlan, PaginationPlan, ResourcePlan, ServicePlan } from "@tinsmith/service";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { runtime } from "./runtime-symbols.js";

/** Emits the resources that the server keeps, with the members that carry their data. */
export function emitResources(plan: ServicePlan): Code {
  const pagination = new Map(plan.operations.map(({ name, pagination }) => [name, pagination]));
  return code`
    ${doc(undefined, {
      notes: [
        "The resources that the server keeps, and the members of their lifecycle operations that carry their identifiers and properties.",
      ],
    })}
    export const ${declare("resources")}: readonly ${runtime.resourceDescription}[] = [
      ${plan.resources.map((resource) => code`${literal(resourceNode(resource, pagination))},`)}
    ];
  `;
}

type Paginations = ReadonlyMap<string, PaginationPlan | undefined>;

function resourceNode(resource: ResourcePlan, paginations: Paginations): NodeValue {
  const { name, identifiers, parent, noReplace, operations } = resource;
  return {
    name,
    identifiers,
    ...(parent !== undefined && { parent }),
    ...(noReplace && { noReplace }),
    operations: operations.map((operation) =>
      operationNode(operation, paginations.get(operation.operation)),
    ),
  };
}

function operationNode(
  { kind, operation, input, output, list }: LifecyclePlan,
  pagination: PaginationPlan | undefined,
): NodeValue {
  if (!list) return { kind, operation, input, output };
  const { items, item } = list;
  return {
    kind,
    operation,
    input,
    items,
    item,
    ...(pagination && {
      pagination: {
        inputToken: pagination.inputToken,
        outputToken: pagination.outputToken,
        ...(pagination.pageSize !== undefined && { pageSize: pagination.pageSize }),
      },
    }),
  };
}
