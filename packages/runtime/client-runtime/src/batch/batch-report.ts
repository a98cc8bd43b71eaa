import type { AcceptedEntry, BatchOutcome, DuplicateEntry, RefusedEntry } from "./batch-outcome.js";

/** The outcomes of all entries, in the order of the input. */
export class BatchReport<Entry, Result, Failure = Result> {
  /** One outcome for each entry, at the entry's index. */
  readonly outcomes: readonly BatchOutcome<Entry, Result, Failure>[];
  readonly accepted: readonly AcceptedEntry<Entry, Result>[];
  readonly duplicates: readonly DuplicateEntry<Entry, Result, Failure>[];
  readonly refused: readonly RefusedEntry<Entry, Result, Failure>[];

  constructor(outcomes: readonly BatchOutcome<Entry, Result, Failure>[]) {
    this.outcomes = outcomes;
    this.accepted = outcomes.filter((one) => one.outcome === "accepted");
    this.duplicates = outcomes.filter((one) => one.outcome === "duplicate");
    this.refused = outcomes.filter((one) => one.outcome === "refused");
  }

  /** A summary such as `23 accepted, 1 duplicate, 2 refused (2 × CustomerNotSubscribed)`. */
  get summary(): string {
    const reasons = new Map<string, number>();
    for (const one of this.refused) {
      const reason = describeReason(one);
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    const why = [...reasons].map(([reason, count]) => `${count} × ${reason}`).join(", ");
    const { length } = this.duplicates;
    return [
      `${this.accepted.length} accepted`,
      `${length} ${length === 1 ? "duplicate" : "duplicates"}`,
      `${this.refused.length} refused${why && ` (${why})`}`,
    ].join(", ");
  }

  /**
   * Returns the report if no entry was refused.
   * @throws BatchRefusedError, with the report, if an entry was refused
   */
  throwIfRefused(): this {
    if (this.refused.length > 0) throw new BatchRefusedError(this);
    return this;
  }

  /**
   * Returns the report if every entry was accepted. A duplicate counts as not accepted, because the
   * service keeps the entry that it received before.
   * @throws BatchRefusedError, with the report, if an entry was not accepted
   */
  throwUnlessAccepted(): this {
    if (this.duplicates.length > 0) throw new BatchRefusedError(this);
    return this.throwIfRefused();
  }
}

/** Thrown if some entries of a batch were not accepted. */
export class BatchRefusedError<Entry, Result, Failure = Result> extends Error {
  override readonly name = "BatchRefusedError";
  readonly report: BatchReport<Entry, Result, Failure>;

  constructor(report: BatchReport<Entry, Result, Failure>) {
    const failed = report.refused.find((one) => one.because === "error");
    super(`Not all entries were accepted: ${report.summary}.`, failed && { cause: failed.error });
    this.report = report;
  }
}

function describeReason<Entry, Result, Failure>(one: RefusedEntry<Entry, Result, Failure>): string {
  if (one.because === "status") return one.status ?? "no status";
  if (one.because === "error") {
    return one.error instanceof Error ? one.error.name : String(one.error);
  }
  return one.because;
}
