import type { OutcomeList, BatchDefinition } from "./batch-definition.js";

/** The result of one call for one entry. */
export type Settled<Result, Failure> =
  | { readonly kind: "accepted"; readonly result: Result }
  | { readonly kind: "duplicate"; readonly result: Result | Failure }
  | {
      readonly kind: "refused" | "again";
      readonly result: Result | Failure;
      readonly status: string | undefined;
      readonly message: string | undefined;
    }
  | { readonly kind: "unprocessed" }
  | { readonly kind: "unanswered" };

/**
 * Determines the result of each sent entry from an output. Each item of the output goes to the
 * first entry with its key that has no result yet, so two equal entries in a call need two items.
 */
export function settle<Input, Output, Entry, Result, Failure>(
  definition: BatchDefinition<Input, Output, Entry, Result, Failure>,
  sent: readonly Entry[],
  output: Output,
): readonly Settled<Result, Failure>[] {
  const settled = new Map<number, Settled<Result, Failure>>();
  const positions = new Map<string | number, number[]>();
  for (const [position, entry] of sent.entries()) {
    const key = definition.key(entry, position);
    if (key === undefined) continue;
    const queue = positions.get(key);
    if (queue === undefined) positions.set(key, [position]);
    else queue.push(position);
  }
  const assign = (key: string | number | undefined, result: Settled<Result, Failure>): void => {
    const position = key === undefined ? undefined : positions.get(key)?.shift();
    if (position !== undefined) settled.set(position, result);
  };
  const { results, failures } = definition;
  for (const [position, result] of (results?.list(output) ?? []).entries()) {
    assign(results?.key(result, position), readResult(definition, result));
  }
  for (const [position, failure] of (failures?.list(output) ?? []).entries()) {
    if (failures) assign(failures.key(failure, position), read(definition, failures, failure));
  }
  for (const [position, entry] of (definition.unprocessed?.(output) ?? []).entries()) {
    assign(definition.key(entry, position), { kind: "unprocessed" });
  }
  const { acceptOmitted } = definition;
  const otherwise: Settled<Result, Failure> = acceptOmitted
    ? { kind: "accepted", result: acceptOmitted.result }
    : { kind: "unanswered" };
  return sent.map((_, position) => settled.get(position) ?? otherwise);
}

function readResult<Input, Output, Entry, Result, Failure>(
  definition: BatchDefinition<Input, Output, Entry, Result, Failure>,
  result: Result,
): Settled<Result, Failure> {
  const { results, accepted } = definition;
  const status = results?.status?.(result);
  const isAccepted =
    accepted === undefined ? status === undefined : accepted.includes(status ?? "");
  return isAccepted || results === undefined
    ? { kind: "accepted", result }
    : read(definition, results, result);
}

/** Reads an item that does not mean acceptance. */
function read<Input, Output, Entry, Result, Failure, Item extends Result | Failure>(
  { duplicate, retry }: BatchDefinition<Input, Output, Entry, Result, Failure>,
  list: OutcomeList<Output, Item>,
  result: Item,
): Settled<Result, Failure> {
  const status = list.status?.(result);
  if (status !== undefined && duplicate?.includes(status)) return { kind: "duplicate", result };
  const isPermanent = list.isPermanent?.(result);
  const isTransient =
    isPermanent === undefined ? status !== undefined && retry?.includes(status) : !isPermanent;
  const message = list.message?.(result);
  return { kind: isTransient ? "again" : "refused", result, status, message };
}
