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
      `What became of one {@link ${structure.typeName}}: \`accepted\`, \`duplicate\`, or \`refused\` and \`because\` of what.`,
    ],
  });
}

export function reportDoc({ batch }: Parts): Doc {
  return doc(undefined, {
    notes: [
      `What became of each entry that {@link ${batch.names.function}} was given, in their order.`,
    ],
  });
}

/** What the function does, from what the trait says. */
export function batchDoc(
  plan: ServicePlan,
  { operation, batch }: Parts,
  packages: ClientPackages,
): Doc {
  const { entries, names } = batch;
  return doc(undefined, {
    notes: [
      `Sends any number of \`${entries.member}\` with {@link ${operation.names.command}}${limits(batch)}, and says of each what became of it. The other members of the input go with every call.`,
      again(batch),
      matching(batch),
      divided(batch),
      "A call that fails takes only its own entries down: they are `refused` because of an `error`, which says which call it was. Nothing is thrown for any of this, so that what was accepted is never lost with an error: look at `outcomes`, or end with `throwIfRefused()`, or `throwUnlessAccepted()` where duplicates should throw too.",
    ].filter((note) => note !== ""),
    tags: [
      `@param config - the client; \`concurrency\`, the calls under way at a time (1); \`abortSignal\``,
      `@param input - of {@link ${operation.names.command}}, with as many \`${entries.member}\` as there are`,
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
    ...(maxEntries === undefined ? [] : [`${maxEntries} in a call at most`]),
    ...(maxBytes === undefined ? [] : [`a request no longer than ${maxBytes} bytes`]),
  ];
  return parts.length === 0 ? "" : `, ${parts.join(" and ")}`;
}

function again({ unprocessed, outcome }: BatchPlan): string {
  const what = [
    ...(unprocessed === undefined ? [] : [`those in \`${unprocessed}\``]),
    ...(outcome && (outcome.retry.length > 0 || outcome.permanent !== undefined)
      ? ["those whose failure passes"]
      : []),
  ];
  return what.length === 0
    ? ""
    : `Entries that the service did not get to (${what.join(", ")}) are sent again as they are, as often and after such delays as the retry strategy of the client says.`;
}

function divided({ entryErrors }: BatchPlan): string {
  if (entryErrors.length === 0) return "";
  const errors = entryErrors.map((name) => `\`${name}\``).join(", ");
  return `Where one entry makes a whole call fail (${errors}), the call is sent again in halves, until only the entries at fault are refused.`;
}

function matching({ matching: way }: BatchPlan): string {
  if (way.kind === "id") {
    return `Answers are told apart by \`${way.member}\`, which must differ between the entries of a call.`;
  }
  if (way.kind === "position") return "";
  const by = way.by.length > 0 ? way.by.map((name) => `\`${name}\``).join(", ") : "all members";
  return `Answers find their entry by what they repeat of it (${by}; times to the second; what is absent, zero or empty is the same). Entries that are alike in this take the answers in order.`;
}
