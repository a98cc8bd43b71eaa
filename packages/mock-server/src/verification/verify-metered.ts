import type { BatchMeterUsageResult } from "@marketplace-metering/types";
import type { Journal, JournalEntry } from "@tinsmith/server-runtime";
import { describeDifference, differencesOf } from "@tinsmith/server-runtime/matchers";
import { isObject } from "@tinsmith/values";
import type { MeteredRecord } from "../seed/seed.js";
import type { State } from "../state/state.js";

/** The usage that should have been metered: the members that a record must contain. */
export interface MeteredExpectation extends Partial<Omit<MeteredRecord, "timestamp">> {
  /** The time of the usage. */
  readonly timestamp?: Date | string;
  /** The exact number of records. Default: at least one. */
  readonly times?: number;
}

/** The result of a verification. */
export interface MeteredVerification {
  readonly ok: boolean;
  /**
   * The nearest records and the reason, if the verification failed; otherwise the matching records.
   */
  readonly message: string;
  readonly records: readonly MeteredRecord[];
}

/**
 * Searches for accepted records. If they are missing, explains why with near misses and refused
 * requests.
 */
export function verifyMetered(
  state: State,
  journal: Journal,
  { times, timestamp, ...members }: MeteredExpectation,
): MeteredVerification {
  const expected = {
    ...members,
    ...(timestamp === undefined ? {} : { timestamp: new Date(timestamp).toISOString() }),
  };
  const all = [...state.records.values()];
  const records = all.filter((record) => differencesOf(record, expected).length === 0);
  const ok = times === undefined ? records.length > 0 : records.length === times;
  const what = describeExpected(expected);
  if (ok) return { ok, records, message: `${plural(records.length)} for ${what}.` };
  const found = records.length === 0 ? "No record" : plural(records.length);
  const head = `${found} for ${what}${times === undefined ? "" : `, expected ${times}`}`;
  const reason = records.length === 0 ? unknownName(state, expected) : undefined;
  return {
    ok,
    records,
    message: [
      reason === undefined ? `${head}.` : `${head}; ${reason}.`,
      ...(records.length === 0 ? nearest(all, expected) : []),
      ...refused(journal, expected),
    ].join("\n"),
  };
}

/** Returns a text about a name that does not exist, with the existing names. */
function unknownName(state: State, expected: Partial<MeteredRecord>): string | undefined {
  const { customer, dimension, product: code } = expected;
  if (code !== undefined && !state.products.has(code)) {
    return `unknown product ${quote(code)}, expected one of: ${list([...state.products.keys()])}`;
  }
  const products = [...state.products.values()].filter(
    (one) => code === undefined || one.code === code,
  );
  const dimensions = new Set(products.flatMap((one) => one.dimensions));
  if (dimension !== undefined && !dimensions.has(dimension)) {
    const whose = products.length === 1 ? "the product has" : "the products have";
    return `${whose} ${list([...dimensions])}`;
  }
  if (customer !== undefined && !state.customers.has(customer)) {
    return `unknown customer ${quote(customer)}, expected one of: ${list([...state.customers.keys()])}`;
  }
  return undefined;
}

function nearest(all: readonly MeteredRecord[], expected: Partial<MeteredRecord>): string[] {
  if (all.length === 0) return ["No record was accepted."];
  const misses = all
    .map((record) => ({ record, differences: differencesOf(record, expected) }))
    .sort((a, b) => a.differences.length - b.differences.length)
    .slice(0, shown);
  return [
    "The nearest records:",
    ...misses.map(
      ({ record, differences }) =>
        `  ${record.dimension} × ${record.quantity} of ${record.customer ?? "?"} at ${record.timestamp}: ` +
        differences.map(describeDifference).join("; "),
    ),
  ];
}

/** Returns the refused requests that tried to meter the usage. */
function refused(journal: Journal, expected: Partial<MeteredRecord>): string[] {
  const { customer, customerIdentifier, dimension, quantity } = expected;
  const isExpectedUsage = (usage: Usage): boolean =>
    (dimension === undefined || usage.dimension === dimension) &&
    (quantity === undefined || usage.quantity === quantity) &&
    (customer === undefined || usage.account === undefined || usage.account === customer) &&
    (customerIdentifier === undefined || usage.identifier === customerIdentifier);
  const lines = journal.entries().flatMap((entry) =>
    attemptsIn(entry)
      .filter(({ outcome, ...usage }) => outcome !== undefined && isExpectedUsage(usage))
      .map(({ outcome }) => `  request ${entry.sequence}, ${entry.operation}: ${outcome}`),
  );
  if (lines.length === 0) return [];
  return ["Refused requests:", ...lines.slice(-shown)];
}

interface Usage {
  readonly dimension: string | undefined;
  readonly quantity: number;
  readonly account: string | undefined;
  readonly identifier: string | undefined;
}

/** Returns the usage of a request, with its outcome if it was not accepted. */
function attemptsIn(entry: JournalEntry): (Usage & { readonly outcome: string | undefined })[] {
  const { error, input, operation, output } = entry;
  const failure =
    error && `${error.code}${error.message === undefined ? "" : `: ${error.message}`}`;
  if (operation === "MeterUsage") {
    return [{ ...usageOf(input, "UsageDimension", "UsageQuantity"), outcome: failure }];
  }
  if (operation !== "BatchMeterUsage") return [];
  const sent = membersOf(input, "UsageRecords").map((record) =>
    usageOf(record, "Dimension", "Quantity"),
  );
  if (failure !== undefined) return sent.map((usage) => ({ ...usage, outcome: failure }));
  return [
    ...membersOf(output, "Results" satisfies keyof BatchMeterUsageResult).map((result) => ({
      ...usageOf(Reflect.get(result, "UsageRecord"), "Dimension", "Quantity"),
      outcome: unlessSuccess(Reflect.get(result, "Status")),
    })),
    ...membersOf(output, "UnprocessedRecords").map((record) => ({
      ...usageOf(record, "Dimension", "Quantity"),
      outcome: "left in UnprocessedRecords",
    })),
  ];
}

const unlessSuccess = (status: unknown): string | undefined =>
  status === "Success" ? undefined : `Status ${String(status)}`;

function usageOf(value: unknown, dimensionName: string, quantityName: string): Usage {
  const member = (name: string): unknown =>
    isObject(value) ? Reflect.get(value, name) : undefined;
  const text = (name: string): string | undefined => {
    const found = member(name);
    return typeof found === "string" && found !== "" ? found : undefined;
  };
  const quantity = member(quantityName);
  return {
    dimension: text(dimensionName),
    quantity: typeof quantity === "number" ? quantity : 0,
    account: text("CustomerAWSAccountId"),
    identifier: text("CustomerIdentifier"),
  };
}

function membersOf(value: unknown, name: string): readonly object[] {
  const found: unknown = isObject(value) ? Reflect.get(value, name) : undefined;
  return Array.isArray(found) ? found.filter(isObject) : [];
}

const shown = 3;

const describeExpected = (expected: Partial<MeteredRecord>): string =>
  Object.entries(expected)
    .map(
      ([name, value]) =>
        `${name} ${typeof value === "string" ? quote(value) : JSON.stringify(value)}`,
    )
    .join(", ") || "anything";

const quote = (text: string): string => `\`${text}\``;

const list = (texts: readonly string[]): string => texts.map(quote).join(", ") || "none";

const plural = (count: number): string => `${count} record${count === 1 ? "" : "s"}`;
