import { echoKey, sendInBatches } from "@tinsmith/client-runtime/generated/v1/batch";
import type {
  BatchConfiguration,
  BatchDefinition,
  BatchReport,
} from "@tinsmith/client-runtime/generated/v1/batch";
import type { BatchClient } from "@tinsmith/client-runtime/internal";
import type { NodeValue, OperationShape, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { nameOf, numberOf, propertyOf, stringOf, stringsOf } from "./node-values.js";

/** An entry of a batch, or an answer for one. */
export type BatchData = Readonly<Record<string, unknown>>;

/** Sends any number of entries, and says of each what became of it. */
export type DynamicBatch<Client> = (
  config: BatchConfiguration<Client>,
  input: object,
) => Promise<BatchReport<BatchData, Answer, BatchData>>;

type Definition<Output> = BatchDefinition<object, Output, BatchData, Answer, BatchData>;

/** The helper of an operation that takes batches: `tinsmith.client#batch`. */
export const batchOf = <Output extends object>(
  { rename }: ServiceShape,
  { traits }: OperationShape,
  command: Definition<Output>["command"],
): DynamicBatch<BatchClient<Output>> | undefined => {
  const trait = traits.get("tinsmith.client#batch");
  const setting = (name: string): string | undefined => stringOf(propertyOf(trait, name));
  const entries = setting("entries");
  if (entries === undefined) return undefined;
  const [results, failures, unprocessed] = [
    setting("results"),
    setting("failures"),
    setting("unprocessed"),
  ];
  const [maxEntries, maxBytes] = ["maxEntries", "maxBytes"].map((name) =>
    numberOf(propertyOf(trait, name)),
  );
  const outcome = propertyOf(trait, "outcome");
  const accepted = propertyOf(outcome, "accepted");
  const matching = matchingOf(propertyOf(trait, "matching"));
  const localName = (id: ShapeId): string => rename.get(id) ?? nameOf(id);
  const definition: Definition<Output> = {
    command,
    member: entries,
    entries: (input) => listIn(input, entries),
    withEntries: (input, some) => ({ ...input, [entries]: some }),
    key: matching.entry,
    ...(maxEntries !== undefined && { maxEntries }),
    ...(maxBytes !== undefined && { maxBytes }),
    ...(results !== undefined && { results: answersIn(results, matching.answer, outcome) }),
    ...(failures !== undefined && { failures: answersIn(failures, matching.answer, outcome) }),
    ...(unprocessed !== undefined && {
      unprocessed: (output: Output) => listIn(output, unprocessed),
    }),
    // Where only what is left over is named, the rest was taken.
    ...(results === undefined &&
      !matching.isByPosition && { acceptsUnmentioned: { result: undefined } }),
    ...(accepted !== undefined && { accepted: stringsOf(accepted) }),
    duplicate: stringsOf(propertyOf(outcome, "duplicate")),
    retry: stringsOf(propertyOf(outcome, "retry")),
    entryErrors: stringsOf(propertyOf(trait, "entryErrors")).map(localName),
  };
  return (config, input) => sendInBatches(definition, config, input);
};

/** An answer may be missing where the service names only what it did not take. */
type Answer = BatchData | undefined;

type Key = (value: Answer, position: number) => string | number | undefined;

interface Matching {
  readonly isByPosition: boolean;
  readonly entry: Key;
  readonly answer: Key;
}

/** How answers find their entry: by place, by a member that both have, or by what they repeat of it. */
const matchingOf = (value: NodeValue | undefined): Matching => {
  const id = stringOf(propertyOf(propertyOf(value, "id"), "member"));
  if (id !== undefined) {
    const key: Key = (one) => stringIn(one, id);
    return { isByPosition: false, entry: key, answer: key };
  }
  const echo = propertyOf(value, "echo");
  if (echo === undefined) {
    const key: Key = (_, position) => position;
    return { isByPosition: true, entry: key, answer: key };
  }
  const member = stringOf(propertyOf(echo, "member"));
  const by = stringsOf(propertyOf(echo, "by"));
  const members = by.length > 0 ? by : undefined;
  return {
    isByPosition: false,
    entry: (entry) => echoKey(entry, members),
    answer: (answer) =>
      echoKey(member === undefined ? answer : recordOf(valueIn(answer, member)), members),
  };
};

const answersIn = (member: string, key: Key, outcome: NodeValue | undefined) => {
  const read = (name: string) => {
    const of = stringOf(propertyOf(outcome, name));
    return of === undefined ? undefined : (answer: Answer) => stringIn(answer, of);
  };
  const [status, message] = [read("status"), read("message")];
  const permanent = stringOf(propertyOf(outcome, "permanent"));
  return {
    list: (output: object) => listIn(output, member),
    key,
    ...(status && { status }),
    ...(message && { message }),
    ...(permanent !== undefined && {
      isPermanent: (answer: Answer): boolean | undefined => {
        const value = valueIn(answer, permanent);
        return typeof value === "boolean" ? value : undefined;
      },
    }),
  };
};

/** A member of the data itself, never what every object inherits. */
const valueIn = (data: object | undefined, member: string): unknown =>
  data !== undefined && Object.hasOwn(data, member) ? Reflect.get(data, member) : undefined;

const stringIn = (data: Answer, member: string): string | undefined => {
  const value = valueIn(data, member);
  return typeof value === "string" ? value : undefined;
};

const recordOf = (value: unknown): BatchData | undefined => (isRecord(value) ? value : undefined);

const listIn = (data: object, member: string): BatchData[] | undefined => {
  const value = valueIn(data, member);
  return Array.isArray(value) ? value.filter(isRecord) : undefined;
};

const isRecord = (value: unknown): value is BatchData =>
  typeof value === "object" && value !== null && !Array.isArray(value);
