import type { ServicePlan } from "@tinsmith/service";
import { code, declare, join, raw, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { clientParts } from "./client-parts.js";
import { runtimePart, runtimeType } from "./runtime-symbols.js";

/** Entries that re-export an entry of the runtime, so that users import from this package only. */
const runtimeEntries = {
  logging: {
    values: ["formatLogLine", "logging"],
    types: ["LogFormatter", "LoggingOptions", "LogLevel", "LogRecord"],
  },
  monitoring: {
    values: ["clientSideMonitoring", "udpPublisher"],
    types: [
      "AttemptEvent",
      "CallEvent",
      "ClientSideMonitoringOptions",
      "MonitoringEvent",
      "MonitoringPublisher",
      "UdpPublisherOptions",
    ],
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
  retries: {
    values: ["adaptiveRetries", "legacyRetries", "RateExceededError"],
    types: ["AdaptiveRetryOptions", "Jitter", "LegacyRetryOptions"],
  },
  telemetry: { values: ["telemetry"], types: ["TelemetryOptions"] },
} as const;

export type RuntimeEntry = keyof typeof runtimeEntries;

/** Returns the entries of a client. Only AWS has an agent for client-side monitoring. */
export function runtimeEntryNames({ isAws }: ServicePlan): readonly RuntimeEntry[] {
  const names: readonly RuntimeEntry[] = [
    "logging",
    "monitoring",
    "plugins",
    "retries",
    "telemetry",
  ];
  return isAws ? names : names.filter((name) => name !== "monitoring");
}

/** Emits an entry that re-exports from the runtime. */
export function emitRuntimeEntry(entry: RuntimeEntry, plan: ServicePlan): Code {
  const { values, types } = runtimeEntries[entry];
  const from = raw(JSON.stringify(runtimePart(entry)));
  return code`
    export { ${join(values.map(raw), ", ")} } from ${from};
    export type { ${join(types.map(raw), ", ")} } from ${from};
    ${entry === "plugins" && [emitOptionCheck(plan), emitOperationNames(plan)]}
  `;
}

/** Emits the check of options, with the options of the client's parts and of its endpoint rules. */
function emitOptionCheck(plan: ServicePlan): Code {
  const parts = Object.values(clientParts(plan)).flat();
  const base = plan.isAws ? [] : ["ApiClientConfig"];
  const groups = new Set([
    ...base,
    ...parts.flatMap(({ config }) => (config ? [config.name] : [])),
  ]);
  const others = plan.endpoint.clientContextParams.map(({ option }) => option);
  return code`

    ${doc(undefined, {
      notes: [
        "A plugin that rejects unknown client options: `plugins: [checkOptions()]`, or `addPlugin(checkOptions())` for all clients. The constructor throws a `TypeError` that lists all of them.",
      ],
      tags: ["@param others - names of options that other plugins accept"],
    })}
    export const ${declare("checkOptions")} = (others: readonly string[] = []): ${runtimeType("ClientPlugin")} =>
      ${symbol("optionCheck", runtimePart("option-check"))}(${literal([...groups].sort())}, ${literal(others)}, others);
  `;
}

function emitOperationNames(plan: ServicePlan): Code {
  const type = `${plan.names.base}OperationName`;
  return code`

    ${doc(undefined, { notes: ["The names of the operations, as used by handlers and stubs."] })}
    export const ${declare("operationNames")} = ${literal(plan.operations.map(({ name }) => name))} as const;

    ${doc(undefined, { notes: ["The name of an operation."] })}
    export type ${declare(type)} = (typeof operationNames)[number];
  `;
}
