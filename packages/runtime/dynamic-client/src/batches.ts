import { echoKey, sendInBatches } from "@tinsmith/client-runtime/generated/v1/batch";
import type {
  BatchConfiguration,
  BatchDefinition,
  BatchReport,
} from "@tinsmith/client-runtime/generated/v1/batch";
import type { BatchClient } from "@tinsmith/client-runtime/generated/v1/batch";
import { isRecord } from "@tinsmith/values";
import type { BatchList, BatchMatching, BatchOutcomePlan, BatchPlan } from "@tinsmith/service";

/** An entry of a batch, or the result of one. */
export type BatchData = Readonly<Record<string, unknown>>;

/** Sends any number of entries, and reports the outcome of each. */
export type DynamicBatch<Client> = (
  config: BatchConfiguration<Client>,
  input: object,
) => Promise<BatchReport<BatchData, Result, BatchData>>;

type Definition<Output> = BatchDefinition<object, Output, BatchData, Result, BatchData>;

/** Creates the helper of an operation that accepts batches. */
export function batchOf<Output extends object>(
  plan: BatchPlan,
  command: Definition<Output>["command"],
): DynamicBatch<BatchClient<Output>> {
  const { entries, maxEntries, maxBytes, results, failures, unprocessed, outcome } = plan;
  const keys = keysOf(plan.matching);
  const definition: Definition<Output> = {
    command,
    member: entries.member,
    // `sendInBatches` validates the caller's value and reports problems.
    entries: (input) => valueIn(input, entries.member) as BatchData[] | undefined,
    withEntries: (input, some) => ({ ...input, [entries.member]: some }),
    key: keys.entry,
    ...(maxEntries !== undefined && { maxEntries }),
    ...(maxBytes !== undefined && { maxBytes }),
    ...(results && { results: resultsIn(results, keys.result, outcome) }),
    ...(failures && { failures: resultsIn(failures, keys.result, outcome) }),
    ...(unprocessed !== undefined && {
      unprocessed: (output: Output) => listIn(output, unprocessed),
    }),
    // If the output lists only unprocessed entries, all others were accepted.
    ...(!results && plan.matching.kind !== "position" && { acceptOmitted: { result: undefined } }),
    ...(outcome?.accepted && { accepted: outcome.accepted }),
    duplicate: outcome?.duplicate ?? [],
    retry: outcome?.retry ?? [],
    entryErrors: plan.entryErrors,
  };
  return (config, input) => sendInBatches(definition, config, input);
}

/** The result of an entry. It may be missing if the service reports only rejected entries. */
type Result = BatchData | undefined;

type Key = (value: Result, position: number) => string | number | undefined;

/** Returns the keys that match results to entries: their position, an id, or repeated members. */
function keysOf(matching: BatchMatching): { readonly entry: Key; readonly result: Key } {
  switch (matching.kind) {
    case "position": {
      const key: Key = (_, position) => position;
      return { entry: key, result: key };
    }
    case "id": {
      const key: Key = (value) => stringIn(value, matching.member);
      return { entry: key, result: key };
    }
    case "echo": {
      const { member } = matching;
      const members = matching.by.length > 0 ? matching.by : undefined;
      return {
        entry: (entry) => echoKey(entry, members),
        result: (result) =>
          echoKey(member === undefined ? result : recordIn(result, member), members),
      };
    }
  }
}

function resultsIn(
  { member, structure }: BatchList,
  key: Key,
  outcome: BatchOutcomePlan | undefined,
) {
  const memberNamed = (name: string | undefined): string | undefined =>
    structure.members.find((candidate) => candidate.name === name)?.name;
  const [status, message] = [memberNamed(outcome?.status), memberNamed(outcome?.message)];
  const permanent = memberNamed(outcome?.permanent);
  return {
    list: (output: object) => listIn(output, member),
    key,
    ...(status !== undefined && { status: (result: Result) => stringIn(result, status) }),
    ...(message !== undefined && { message: (result: Result) => stringIn(result, message) }),
    ...(permanent !== undefined && {
      isPermanent: (result: Result) => {
        const value = valueIn(result, permanent);
        return typeof value === "boolean" ? value : undefined;
      },
    }),
  };
}

/** Returns a member of the data. Ignores inherited properties. */
function valueIn(data: object | undefined, member: string): unknown {
  return data !== undefined && Object.hasOwn(data, member) ? Reflect.get(data, member) : undefined;
}

function stringIn(data: Result, member: string): string | undefined {
  const value = valueIn(data, member);
  return typeof value === "string" ? value : undefined;
}

function recordIn(data: Result, member: string): BatchData | undefined {
  const value = valueIn(data, member);
  return isRecord(value) ? value : undefined;
}

function listIn(data: object, member: string): BatchData[] | undefined {
  const value = valueIn(data, member);
  return Array.isArray(value) ? value : undefined;
}
