import type { OperationData, OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { propertyKey } from "../../code/literal.js";
import { handlersName, runtime } from "./runtime-symbols.js";

/** Emits the interface of a user's handlers, one optional handler for each operation. */
export function emitHandlers(plan: ServicePlan, types: string): Code {
  return code`
    ${doc(undefined, {
      notes: [
        "Handlers by operation. An operation without a handler responds with an example of the model, or with a sample.",
      ],
    })}
    export interface ${declare(handlersName(plan))} {
      ${plan.operations.map((operation) => emitHandler(plan, operation, types))}
    }
  `;
}

function emitHandler(plan: ServicePlan, operation: OperationPlan, types: string): Code {
  const errors = operation.errors.flatMap((id) => plan.shapesById.get(id)?.name ?? []);
  return code`
    ${doc(undefined, {
      notes: errors.length === 0 ? [] : [`May throw ${errors.join(", ")}.`],
      deprecated: operation.deprecated && (operation.deprecated.message ?? ""),
    })}
    ${propertyKey(operation.name)}?: ${runtime.handler}<${dataType(operation.input, types, "input")}, ${dataType(operation.output, types, "output")}>;
  `;
}

function dataType(data: OperationData, types: string, side: "input" | "output"): Code {
  if (data.kind === "unit") return side === "input" ? code`object` : code`object | undefined`;
  return code`${symbol(data.typeName, types, { typeOnly: true })}`;
}
