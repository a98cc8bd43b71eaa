import { echoKey, sendInBatches } from "@tinsmith/client-runtime/generated/v1/batch";
import type {
  BatchConfiguration,
  BatchDefinition,
  BatchReport,
} from "@tinsmith/client-runtime/generated/v1/batch";
import type { BatchClient } from "@tinsmith/client-runtime/generated/v1/batch";
import { isRecord } from "@tinsmith/values";
import type { BatchList, BatchMatching, BatchOutcomePlan, BatchPlan } from "@tinsmith/service";

/** An entry of a batch, or an answer for one. */
export type BatchData = Readonly<Record<string, unknown>>;

/** Sends any number of entries, and reports the outcome of each. */
export type DynamicBatch<Client> = (
  config: BatchConfiguration<Client>,
  input: object,
) => Promise<BatchReport<BatchData, Answer, BatchData>>;

type Definition<Output> = BatchDefinition<object, Output, BatchData, Answer, BatchData>;

/** Makes the helper of an operation that takes batches. */
export function batchOf<Output extends object>(
  plan: BatchPlan,
  command: Definition<Output>["command"],
): DynamicBatch<BatchClient<Output>> {
  const { entries, maxEntries, maxBytes, results, failures, unprocessed, outcome } = plan;
  const keys = keysOf(plan.matching);
  const definition: Definition<Output> = {
    command,
    member: entries.member,
    // A user's value as it is: `sendInBatches` checks it, and names what is wrong.
    entries: (input) => valueIn(input, entries.member) as BatchData[] | undefined,
    withEntries: (input, some) => ({ ...input, [entries.member]: some }),
    key: keys.entry,
    ...(maxEntries !== undefined && { maxEntries }),
    ...(maxBytes !== undefined && { maxBytes }),
    ...(results && { results: answersIn(results, keys.answer, outcome) }),
    ...(failures && { failures: answersIn(failures, keys.answer, outcome) }),
    ...(unprocessed !== undefined && {
      unprocessed: (output: Output) => listIn(output, unprocessed),
    }),
    // Where only what is left over is named, the rest was taken.
    ...(!results &&
      plan.matching.kind !== "position" && { acceptsUnmentioned: { result: undefined } }),
    ...(outcome?.accepted && { accepted: outcome.accepted }),
    duplicate: outcome?.duplicate ?? [],
    retry: outcome?.retry ?? [],
    entryErrors: plan.entryErrors,
  };
  return (config, input) => sendInBatches(definition, config, input);
}

/** An answer may be missing where the service names only what it did not take. */
type Answer = BatchData | undefined;

type Key = (value: Answer, position: number) => string | number | undefined;

/** Returns how answers find their entry: by place, by a member of both, or by what they repeat of it. */
function keysOf(matching: BatchMatching): { readonly entry: Key; readonly answer: Key } {
  switch (matching.kind) {
    case "position": {
      const key: Key = (_, position) => position;
      return { entry: key, answer: key };
    }
    case "id": {
      const key: Key = (one) => stringIn(one, matching.member);
      return { entry: key, answer: key };
    }
    case "echo": {
      const { member } = matching;
      const members = matching.by.length > 0 ? matching.by : undefined;
      return {
        entry: (entry) => echoKey(entry, members),
        answer: (answer) =>
          echoKey(member === undefined ? answer : recordIn(answer, member), members),
      };
    }
  }
}

function answersIn(
  { member, structure }: BatchList,
  key: Key,
  outcome: BatchOutcomePlan | undefined,
) {
  const ofAnswer = (name: string | undefined): string | undefined =>
    structure.members.find((one) => one.name === name)?.name;
  const [status, message] = [ofAnswer(outcome?.status), ofAnswer(outcome?.message)];
  const permanent = ofAnswer(outcome?.permanent);
  return {
    list: (output: object) => listIn(output, member),
    key,
    ...(status !== undefined && { status: (answer: Answer) => stringIn(answer, status) }),
    ...(message !== undefined && { message: (answer: Answer) => stringIn(answer, message) }),
    ...(permanent !== undefined && {
      isPermanent: (answer: Answer) => {
        const value = valueIn(answer, permanent);
        return typeof value === "boolean" ? value : undefined;
      },
    }),
  };
}

/** Returns a member of the data itself, never what every object inherits. */
function valueIn(data: object | undefined, member: string): unknown {
  return data !== undefined && Object.hasOwn(data, member) ? Reflect.get(data, member) : undefined;
}

function stringIn(data: Answer, member: string): string | undefined {
  const value = valueIn(data, member);
  return typeof value === "string" ? value : undefined;
}

function recordIn(data: Answer, member: string): BatchData | undefined {
  const value = valueIn(data, member);
  return isRecord(value) ? value : undefined;
}

function listIn(data: object, member: string): BatchData[] | undefined {
  const value = valueIn(data, member);
  return Array.isArray(value) ? value : undefined;
}
