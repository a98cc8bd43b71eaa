import { code, declare, join, raw } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import type { ServicePlan } from "../../plan/service-plan.js";
import { runtimePackage } from "./runtime-symbols.js";

/** Entries of the package that hand on an entry of the runtime: users have only this package to import from. */
const runtimeEntries = {
  logging: {
    values: ["formatLogLine", "logging"],
    types: ["LogFormatter", "LoggingOptions", "LogLevel", "LogRecord"],
  },
  plugins: {
    values: ["buildRequest", "handle", "handleRequest", "handleResponse"],
    types: [
      "BuiltRequest",
      "CallArguments",
      "CallHandler",
      "CallMiddleware",
      "CallResult",
      "ClientPlugin",
      "HandlerOptions",
      "HandlerStep",
      "MiddlewarePlugin",
      "PluginOptions",
    ],
  },
  telemetry: { values: ["telemetry"], types: ["TelemetryOptions"] },
} as const;

export type RuntimeEntry = keyof typeof runtimeEntries;

export const runtimeEntryNames: readonly RuntimeEntry[] = ["logging", "plugins", "telemetry"];

/** An entry that only exports what the runtime has. */
export function emitRuntimeEntry(entry: RuntimeEntry, plan: ServicePlan): Code {
  const { values, types } = runtimeEntries[entry];
  const from = raw(JSON.stringify(`${runtimePackage}/${entry}`));
  return code`
    export { ${join(values.map(raw), ", ")} } from ${from};
    export type { ${join(types.map(raw), ", ")} } from ${from};
    ${entry === "plugins" && emitOperationNames(plan)}
  `;
}

function emitOperationNames(plan: ServicePlan): Code {
  const type = `${plan.names.base}OperationName`;
  return code`

    ${doc(undefined, { notes: ["The names of the operations, as handlers and stubs know them."] })}
    export const ${declare("operationNames")} = ${literal(plan.operations.map(({ name }) => name))} as const;

    ${doc(undefined, { notes: ["The name of an operation."] })}
    export type ${declare(type)} = (typeof operationNames)[number];
  `;
}
