import type { JournalEntry } from "./journal-entry.js";
import type { Journal } from "./journal.js";
import { describeValue } from "../checks/describe-value.js";
import { describeDifference, differencesOf } from "./matching/differences.js";
import * as v from "valibot";
import { count, strictOptions } from "../checks/expected.js";

/** The expected number of requests. */
export interface Expectation {
  /** The exact number of requests. Default: at least one. */
  readonly times?: number | undefined;
}

/** The schema of an {@link Expectation}. */
export const expectationSchema = strictOptions({ times: v.optional(count) });

/** The result of a verification. */
export interface Verification {
  readonly ok: boolean;
  /** The reason for a failure with the nearest requests; for `.not`, the matching requests. */
  readonly message: string;
  /** The matching requests that the journal keeps. */
  readonly matched: readonly JournalEntry[];
  /** The number of matching requests, including requests that the journal has dropped. */
  readonly count: number;
}

/** Thrown if the requests so far do not meet an expectation. The message lists the near misses. */
export class VerificationError extends Error {
  override readonly name = "VerificationError";
}

/**
 * Compares the journal with an expectation. Each attempt of a call counts as a request.
 *
 * @param partialInput - a part of the input; lists must have the same length
 * @throws VerificationError if the journal has dropped requests that the result depends on
 */
export function verifyReceived(
  journal: Journal,
  operation: string,
  partialInput?: unknown,
  { times }: Expectation = {},
): Verification {
  const received = journal.entries({ operation });
  const matched =
    partialInput === undefined
      ? received
      : received.filter((entry) => differencesOf(entry.input, partialInput).length === 0);
  const dropped = journal.received(operation) - received.length;
  if (partialInput !== undefined) {
    const isCertain =
      dropped === 0 || (times === undefined ? matched.length > 0 : matched.length > times);
    if (!isCertain) throw new VerificationError(forgotten(journal, operation, dropped));
  }
  const count = partialInput === undefined ? journal.received(operation) : matched.length;
  const ok = times === undefined ? count > 0 : count === times;
  const wanted =
    partialInput === undefined ? operation : `${operation} with ${describeValue(partialInput)}`;
  const found =
    `${wanted} was received ${timesText(count)}` +
    (times === undefined
      ? ok
        ? ""
        : ", expected at least once"
      : `, expected ${timesText(times)}`);
  if (ok) return { ok, matched, count, message: `${found}.` };
  return {
    ok,
    matched,
    count,
    message: [`${found}.`, ...explain(journal, operation, received, matched, partialInput)].join(
      "\n",
    ),
  };
}

const forgotten = (journal: Journal, operation: string, dropped: number): string =>
  `The inputs of ${dropped} requests for ${operation} are unknown: the journal keeps the last ${journal.maxEntries} requests. ` +
  "Clear it before the test, or raise journal.maxEntries or journal.maxBytes.";

function explain(
  journal: Journal,
  operation: string,
  received: readonly JournalEntry[],
  matched: readonly JournalEntry[],
  partialInput: unknown,
): string[] {
  if (received.length === 0) {
    const others = [
      ...new Set(journal.entries().map((entry) => entry.operation || "an unknown operation")),
    ];
    return [
      others.length === 0
        ? "No request was received."
        : `${operation} was never called; ${others.join(", ")} was.`,
    ];
  }
  if (matched.length > 0 || partialInput === undefined) {
    return matched
      .map((entry) => `  ${label(entry)}: ${describeValue(entry.input)}`)
      .slice(0, shown);
  }
  const misses = received
    .map((entry) => ({ entry, differences: differencesOf(entry.input, partialInput) }))
    .sort(
      (a, b) => a.differences.length - b.differences.length || b.entry.sequence - a.entry.sequence,
    )
    .slice(0, shown);
  return [
    received.length === 1
      ? "It was called once:"
      : `It was called ${timesText(received.length)}; nearest:`,
    ...misses.map(({ entry, differences }) =>
      entry.input === undefined
        ? `  ${label(entry)}: its input was not valid (${entry.error?.message ?? "no reason given"})`
        : `  ${label(entry)}: ${differences.slice(0, 4).map(describeDifference).join("; ")}` +
          (differences.length > 4 ? `; and ${differences.length - 4} more` : ""),
    ),
  ];
}

const shown = 3;

const label = ({ sequence, error }: JournalEntry): string =>
  `request ${sequence}${error ? ` (answered ${error.code})` : ""}`;

const timesText = (times: number): string =>
  times === 0 ? "never" : times === 1 ? "once" : times === 2 ? "twice" : `${times} times`;
