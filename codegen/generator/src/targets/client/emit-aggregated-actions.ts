import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { batches, batchModule } from "./batch/emit-batch.js";
import { batchRuntimeType } from "./batch/batch-symbols.js";
import { commandInput, paginationConfigType, paginatorModule } from "./local-symbols.js";
import { hasOptionalInput } from "./optional-input.js";
import { paginators } from "./paginators/emit-paginator.js";
import { waiterModule, waiters } from "./waiters/emit-waiter.js";
import { waiterRuntimeType } from "./waiters/waiter-symbols.js";

/** Emits the methods of the aggregated client for paginators, waiters and batches. */
export function emitAggregatedActions(plan: ServicePlan): readonly Code[] {
  return [
    ...paginators(plan).map((parts) => {
      const { operation, function: name } = parts;
      return code`

        ${see(operation, name)}
        ${name}(
          args: ${argument(plan, operation)},
          paginationConfig?: Omit<${paginationConfigType(plan)}, "client">,
        ) {
          return ${symbol(name, paginatorModule(parts))}({ ...paginationConfig, client: this }, args);
        }
      `;
    }),
    ...waiters(plan).map((parts) => {
      const { operation, waiter } = parts;
      const { waitUntil } = waiter.names;
      const config = code`${waiterRuntimeType("WaiterConfiguration")}<${plan.names.aggregatedClient}>`;
      return code`

        ${see(operation, waitUntil)}
        ${waitUntil}(
          args: ${argument(plan, operation)},
          waiterConfig: number | Omit<${config}, "client">,
        ) {
          const config = typeof waiterConfig === "number" ? { maxWaitTime: waiterConfig } : waiterConfig;
          return ${symbol(waitUntil, waiterModule(parts))}({ ...config, client: this }, args);
        }
      `;
    }),
    ...batches(plan).map((parts) => {
      const { operation, batch } = parts;
      const name = batch.names.function;
      const config = code`${batchRuntimeType("BatchConfiguration")}<${plan.names.aggregatedClient}>`;
      return code`

        ${see(operation, name)}
        ${name}(args: ${commandInput(operation)}, batchConfig?: Omit<${config}, "client">) {
          return ${symbol(name, batchModule(parts))}({ ...batchConfig, client: this }, args);
        }
      `;
    }),
  ];
}

function argument(plan: ServicePlan, operation: OperationPlan): Code {
  const input = commandInput(operation);
  return hasOptionalInput(plan, operation) ? code`${input} = {}` : code`${input}`;
}

const see = (operation: OperationPlan, name: string) =>
  doc(undefined, { tags: [`@see {@link ${name}} and {@link ${operation.names.command}}`] });
