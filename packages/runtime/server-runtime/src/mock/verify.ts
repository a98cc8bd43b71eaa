import type { JournalEntry } from "./journal-entry.js";
import type { Journal } from "./journal.js";
import { describeValue } from "../checks/describe-value.js";
import { describeDifference, differencesOf } from "./matching/differences.js";
import * as v from "valibot";
import { count, strictOptions } from "../checks/expected.js";

/** How often something is expected. */
export interface Expectation {
  /** Exactly so many requests. Default: at least one. */
  readonly times?: number | undefined;
}

/** An {@link Expectation}, as callers give it. */
export const expectationSchema = strictOptions({ times: v.optional(count) });

/** What a verification found. */
export interface Verification {
  readonly ok: boolean;
  /** Why not, with the nearest requests; or what was found, for the opposite expectation. */
  readonly message: string;
  readonly matched: readonly JournalEntry[];
}

/** Something that was expected of the requests so far is not so; the message has the near misses. */
export class VerificationError extends Error {
  override readonly name = "VerificationError";
}

/**
 * Holds the journal against what was expected. Each attempt of a call is a request of its own.
 *
 * @param partialInput - what the input has to have; lists agree in length
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
  const ok = times === undefined ? matched.length > 0 : matched.length === times;
  const wanted =
    partialInput === undefined ? operation : `${operation} with ${describeValue(partialInput)}`;
  const found =
    `${wanted} was received ${timesText(matched.length)}` +
    (times === undefined
      ? ok
        ? ""
        : ", expected at least once"
      : `, expected ${timesText(times)}`);
  if (ok) return { ok, matched, message: `${found}.` };
  return {
    ok,
    matched,
    message: [`${found}.`, ...explain(journal, operation, received, matched, partialInput)].join(
      "\n",
    ),
  };
}

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
        ? "No request came at all."
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
