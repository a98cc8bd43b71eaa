import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { emitAggregatedActions } from "./emit-aggregated-actions.js";
import { clientModule, commandClass, commandInput, commandOutput } from "./local-symbols.js";
import { hasInheritedNames, hasOptionalInput } from "./optional-input.js";
import { runtime, runtimeType } from "./runtime-symbols.js";

/** Emits the client with a method for each operation. */
export function emitAggregatedClient(plan: ServicePlan): Code {
  const { names } = plan;
  const options = `${names.base}RequestOptions`;
  return code`
    ${doc(undefined, { notes: ["Options of a single call."] })}
    export interface ${declare(options)} extends ${runtimeType("RequestOptions")} {}

    ${doc(undefined, {
      notes: [
        `{@link ${names.client}} with a method for each operation. It includes the code of all operations. Use {@link ${names.client}} and commands to bundle only the operations that you call.`,
      ],
    })}
    export class ${declare(names.aggregatedClient)} extends ${symbol(names.client, clientModule(plan))} {
      ${plan.operations.map((operation) => emitMethod(plan, operation, options))}
      ${emitAggregatedActions(plan)}
    }
  `;
}

function emitMethod(plan: ServicePlan, operation: OperationPlan, options: string): Code {
  const method = operation.names.method;
  const input = commandInput(operation);
  const output = commandOutput(operation);
  const callback = code`${runtimeType("Callback")}<${output}>`;
  const optional = hasOptionalInput(plan, operation);
  const first = code`input${optional && code`?`}: ${input}`;
  const nothing = hasInheritedNames(plan, operation) ? code`Object.create(null)` : code`{}`;
  const implemented = code`input: ${input}${optional && code` = ${nothing}`}`;
  return code`

    ${doc(undefined, {
      notes: [`Sends {@link ${operation.names.command}}, which documents the operation.`],
      deprecated: operation.deprecated && (operation.deprecated.message ?? ""),
    })}
    ${method}(${first}, options?: ${options}): Promise<${output}>;
    ${method}(input: ${input}, callback: ${callback}): void;
    ${method}(input: ${input}, options: ${options}, callback: ${callback}): void;
    ${method}(
      ${implemented},
      optionsOrCallback?: ${options} | ${callback},
      callback?: ${callback},
    ): Promise<${output}> | void {
      return ${runtime("dispatch")}(this, new ${commandClass(operation)}(input), optionsOrCallback, callback);
    }
  `;
}
