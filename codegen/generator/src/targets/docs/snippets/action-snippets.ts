import type { BatchPlan, OperationPlan } from "@tinsmith/service";
import type { Site } from "../site/site.js";
import { documentedCalls } from "./documented-call.js";
import { clientLines, dataType, importLine } from "./snippets.js";
import { typescriptLiteral } from "./typescript-literal.js";

/** A paginator, waiter or batch function of an operation. */
export interface ActionSnippet {
  readonly id: string;
  readonly title: string;
  /** Sentences without markup. */
  readonly text: readonly string[];
  /** TypeScript. */
  readonly code: string;
}

/**
 * Returns snippets for the paginators, waiters and batches of an operation in the generated client.
 */
export function actionSnippets(operation: OperationPlan, site: Site): readonly ActionSnippet[] {
  const { clientPackage } = site.names;
  if (clientPackage === undefined) return [];
  const write = (name: string, lines: readonly string[]): string => {
    const imports = importLine([site.plan.names.client, name].sort(), clientPackage);
    return [imports, "", ...clientLines(site), "", ...lines].join("\n");
  };
  const input = actionInput(operation, site);
  const { paginator } = operation.names;
  const { pagination, batch } = operation;
  const variable = pagination?.items === undefined ? "page" : "item";
  const run = pagination?.items === undefined ? "" : ".items()";
  return [
    ...(paginator === undefined || pagination === undefined
      ? []
      : [
          {
            id: "pages",
            title: "All pages",
            text: ["The client requests each page when the loop reaches it."],
            code: write(paginator.function, [
              `for await (const ${variable} of ${paginator.function}({ client }, ${input})${run}) {`,
              `  console.log(${variable});`,
              `}`,
            ]),
          },
        ]),
    ...operation.waiters.map(({ names, minDelay, maxDelay }) => ({
      id: names.file,
      title: `Wait: ${names.waitUntil}`,
      text: [
        `Polls the operation until the waiter succeeds or fails, with delays that grow from ${minDelay} to ${maxDelay} seconds. It throws if the waiter fails or takes longer than maxWaitTime, in seconds.`,
      ],
      code: write(names.waitUntil, [
        `await ${names.waitUntil}({ client, maxWaitTime: 300 }, ${input});`,
      ]),
    })),
    ...(batch === undefined
      ? []
      : [
          {
            id: "batch",
            title: "Any number of entries",
            text: batchText(batch),
            code: write(batch.names.function, batchLines(batch, input)),
          },
        ]),
  ];
}

/** Returns an input of the operation as TypeScript: the input of its first successful call. */
function actionInput(operation: OperationPlan, site: Site): string {
  const calls = documentedCalls(operation, site);
  const call = calls.find(({ recording, expectedError }) =>
    recording === undefined ? expectedError === undefined : recording.error === undefined,
  );
  // A paginator sets the token of the page itself.
  const { [operation.pagination?.inputToken ?? ""]: _, ...input } = (call ?? calls[0])?.input ?? {};
  return typescriptLiteral(input, dataType(operation.input), site.plan);
}

function batchText({
  maxEntries,
  entries,
  unprocessed,
  entryErrors,
}: BatchPlan): readonly string[] {
  const most = maxEntries === undefined ? "" : ` of ${maxEntries} at most`;
  return [
    `The client sends any number of ${entries.member} in calls${most}, and reports for each whether it was accepted, a duplicate, or refused, and why. report.throwIfRefused() throws if any was refused.`,
    ...(unprocessed === undefined
      ? []
      : [
          `Entries that are returned in ${unprocessed} are sent again unchanged, up to the client's number of attempts.`,
        ]),
    ...(entryErrors.length === 0
      ? []
      : [
          "If a single entry makes a whole call fail, it is isolated and refused, and the others are sent.",
        ]),
  ];
}

function batchLines({ names }: BatchPlan, input: string): readonly string[] {
  return [
    `const report = await ${names.function}({ client }, ${input});`,
    `for (const one of report.outcomes) {`,
    `  if (one.outcome === "accepted") console.log(one.result);`,
    `  else if (one.outcome === "duplicate") console.warn("already known", one.entry);`,
    `  else console.error(one.because, one.entry);`,
    `}`,
  ];
}
