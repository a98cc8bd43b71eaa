import type { AnswerList, BatchDefinition } from "./batch-definition.js";

/** What one call said of one entry. */
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
 * Finds out what an answer says of each entry that was sent. Answers go to the first entry of their key that has none
 * yet, so that the same entry twice in one call takes two answers.
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
  const assign = (key: string | number | undefined, what: Settled<Result, Failure>): void => {
    const position = key === undefined ? undefined : positions.get(key)?.shift();
    if (position !== undefined) settled.set(position, what);
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
  const { acceptsUnmentioned } = definition;
  const otherwise: Settled<Result, Failure> = acceptsUnmentioned
    ? { kind: "accepted", result: acceptsUnmentioned.result }
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

/** An answer that is no acceptance. */
function read<Input, Output, Entry, Result, Failure, Answer extends Result | Failure>(
  { duplicate, retry }: BatchDefinition<Input, Output, Entry, Result, Failure>,
  list: AnswerList<Output, Answer>,
  result: Answer,
): Settled<Result, Failure> {
  const status = list.status?.(result);
  if (status !== undefined && duplicate?.includes(status)) return { kind: "duplicate", result };
  const isPermanent = list.isPermanent?.(result);
  const isPassing =
    isPermanent === undefined ? status !== undefined && retry?.includes(status) : !isPermanent;
  const message = list.message?.(result);
  return { kind: isPassing ? "again" : "refused", result, status, message };
}
