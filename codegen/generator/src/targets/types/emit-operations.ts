import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";

/** Emits the union of the errors of each operation. */
export function emitOperations(plan: ServicePlan): Code {
  return code`${plan.operations.map((operation) => emitErrorUnion(plan, operation))}`;
}

function emitErrorUnion(plan: ServicePlan, operation: OperationPlan): Code {
  const errors = operation.errors.flatMap((id) => plan.shapesById.get(id)?.typeName ?? []);
  const union = join(
    errors.map((name) => symbol(name, "./errors.js", { typeOnly: true })),
    " | ",
  );
  return code`

    ${doc(undefined, { notes: [`The errors that \`${operation.name}\` declares.`] })}
    export type ${declare(operation.names.error)} = ${errors.length > 0 ? union : "never"};
  `;
}
