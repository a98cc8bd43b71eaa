import { createHash } from "node:crypto";
import { isRecord } from "@tinsmith/values";

/**
 * Makes the parts of an output consistent with each other and with the input, because clients
 * compare them. The parts are digests of texts, results of batches, and the end of a list.
 */
export function agree(output: unknown, input: unknown): void {
  if (!isRecord(output)) return;
  answerEntries(output, input);
  for (const name of Object.keys(output)) {
    if (typeof output[name] === "boolean" && isUnfinished.test(name)) output[name] = false;
  }
  digest(output, input);
}

/**
 * Matches members that state that more pages follow. Samples have one page, so these members are
 * false.
 */
const isUnfinished = /^(?:is_?)?truncated$|^(?:has_?)?more(?:_?\w+)?$/i;

/** `MD5OfBody`: the digest of a text in the same structure, or in the input. */
const digestName = /^MD5Of(?<of>\w+)$/i;

function digest(value: unknown, input: unknown): void {
  if (Array.isArray(value)) {
    for (const element of value) digest(element, entryOf(input, element) ?? input);
    return;
  }
  if (!isRecord(value)) return;
  for (const [name, member] of Object.entries(value)) {
    const of = digestName.exec(name)?.groups?.["of"];
    if (of === undefined) {
      digest(member, input);
      continue;
    }
    const text = textNamed(value, of) ?? textNamed(input, of);
    if (text === undefined) Reflect.deleteProperty(value, name);
    else value[name] = createHash("md5").update(text).digest("hex");
  }
}

function textNamed(value: unknown, name: string): string | undefined {
  if (!isRecord(value)) return undefined;
  const found = Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return typeof found?.[1] === "string" ? found[1] : undefined;
}

/** Returns the entry in the input of a batch that has the same id as an entry of the output. */
const entryOf = (input: unknown, element: unknown): unknown =>
  isRecord(element)
    ? entriesOf(input)?.find(({ Id }) => Id !== undefined && Id === element["Id"])
    : undefined;

/** Returns the entries of a batch: the only list of an input whose elements have ids. */
function entriesOf(input: unknown): readonly Readonly<Record<string, unknown>>[] | undefined {
  if (!isRecord(input)) return undefined;
  const lists = Object.values(input).filter(
    (value): value is Record<string, unknown>[] =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((one) => isRecord(one) && "Id" in one),
  );
  return lists.length === 1 ? lists[0] : undefined;
}

/** Reports every entry of a batch as successful, under its id. */
function answerEntries(output: Record<string, unknown>, input: unknown): void {
  const entries = entriesOf(input);
  const { Successful, Failed } = output;
  if (!entries || !Array.isArray(Successful) || !Array.isArray(Failed)) return;
  const [example] = Successful;
  if (!isRecord(example) || !("Id" in example)) return;
  output["Successful"] = entries.map(({ Id }) => ({ ...example, Id }));
  output["Failed"] = [];
}
