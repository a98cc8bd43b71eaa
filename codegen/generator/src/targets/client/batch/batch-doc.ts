import type { BatchPlan, OperationPlan, ServicePlan } from "@tinsmith/service";
import { doc } from "../../../code/doc.js";
import type { Doc } from "../../../code/doc.js";
import { literal } from "../../../code/literal.js";
import type { ClientPackages } from "../client-packages.js";

interface Parts {
  readonly operation: OperationPlan;
  readonly batch: BatchPlan;
}

export function outcomeDoc({ batch }: Parts): Doc {
  const { structure } = batch.entries;
  return doc(undefined, {
    notes: [
      `The outcome of one {@link ${structure.typeName}}: \`accepted\`, \`duplicate\`, or \`refused\` with the reason in \`because\`.`,
    ],
  });
}

export function reportDoc({ batch }: Parts): Doc {
  return doc(undefined, {
    notes: [
      `The outcomes of the entries passed to {@link ${batch.names.function}}, in their order.`,
    ],
  });
}

/** Returns the doc comment of the function that sends batches. */
export function batchDoc(
  plan: ServicePlan,
  { operation, batch }: Parts,
  packages: ClientPackages,
): Doc {
  const { entries, names } = batch;
  return doc(undefined, {
    notes: [
      `Sends any number of \`${entries.member}\` with {@link ${operation.names.command}}${limits(batch)}, and reports the outcome of each. Every call includes the other members of the input.`,
      again(batch),
      matching(batch),
      divided(batch),
      "If a call fails, only the entries of that call are `refused`, with the `error` of the call. Failed calls and refused entries do not throw, so that the outcomes of accepted entries are never lost: check `outcomes`, or call `throwIfRefused()`, or `throwUnlessAccepted()` to throw for duplicates too.",
    ].filter((note) => note !== ""),
    tags: [
      `@param config - the client; \`concurrency\`, the number of concurrent calls (default: 1); \`abortSignal\``,
      `@param input - the input of {@link ${operation.names.command}}, with any number of \`${entries.member}\``,
      [
        "@example",
        "```ts",
        `import { ${plan.names.client}, ${names.function} } from ${literal(packages.client).text};`,
        "",
        `const client = new ${plan.names.client}();`,
        `const report = await ${names.function}({ client }, { ${entries.member} });`,
        "for (const { entry, because } of report.refused) console.warn(because, entry);",
        "report.throwIfRefused();",
        "```",
      ].join("\n"),
    ],
  });
}

function limits({ maxEntries, maxBytes }: BatchPlan): string {
  const parts = [
    ...(maxEntries === undefined ? [] : [`at most ${maxEntries} in each call`]),
    ...(maxBytes === undefined ? [] : [`requests of at most ${maxBytes} bytes`]),
  ];
  return parts.length === 0 ? "" : `, ${parts.join(" and ")}`;
}

function again({ unprocessed, outcome }: BatchPlan): string {
  const what = [
    ...(unprocessed === undefined ? [] : [`those in \`${unprocessed}\``]),
    ...(outcome && (outcome.retry.length > 0 || outcome.permanent !== undefined)
      ? ["those with a transient failure"]
      : []),
  ];
  return what.length === 0
    ? ""
    : `Entries that the service did not process (${what.join(", ")}) are sent again unchanged. The retry strategy of the client decides how often and with what delays.`;
}

function divided({ entryErrors }: BatchPlan): string {
  if (entryErrors.length === 0) return "";
  const errors = entryErrors.map((name) => `\`${name}\``).join(", ");
  return `If one entry makes a whole call fail (${errors}), the call is sent again in halves until only the faulty entries are refused.`;
}

function matching({ matching: way }: BatchPlan): string {
  if (way.kind === "id") {
    return `Results are matched to entries by \`${way.member}\`, which must be unique within a call.`;
  }
  if (way.kind === "position") return "";
  const by = way.by.length > 0 ? way.by.map((name) => `\`${name}\``).join(", ") : "all members";
  return `Results are matched to entries by the members that they repeat (${by}; times to the second; absent, zero and empty values are equal). Entries that are equal in these members are matched in order.`;
}
