import type { ChangeLog } from "./change-log.js";

/** What an operation has decided: its answer, and what becomes different by it. */
export interface Decision<Output, Change> {
  readonly output: Output;
  readonly changes: readonly Change[];
}

/** A state in memory that changes are carried out on. */
export interface ChangeModel<Change> {
  /** The change that begins a history; asked for where the log is empty. */
  begin(): Change;
  /** Whether a change begins anew, so that nothing before it matters. */
  begins(change: Change): boolean;
  /** Takes a change as a log gives it back. @throws TypeError where it is none */
  read(logged: unknown): Change;
  /** Carries a change out. */
  apply(change: Change): void;
  /**
   * The state as it is, in as few changes as it takes; the first one begins. They take the place of a history
   * that has become much longer than that. Without it a log grows for ever.
   */
  summary?(): Summary<Change>;
}

/** A state as changes. */
export interface Summary<Change> {
  /** How many changes there are: asked for often, and so not to be counted. */
  readonly size: number;
  changes(): readonly Change[];
}

/** Settings of a {@link DurableState}. */
export interface DurableStateOptions {
  /** How many changes a history has at least before a summary takes its place. Default 10,000. */
  readonly summarizeAfter?: number;
}

/**
 * Keeps a state in memory in step with a log: every decision is taken on what all servers have written so
 * far, and its answer is given when its changes are written. Decisions that come while a turn is under
 * way share the next one, so that many callers cost few writes.
 *
 * A history is kept to twice the length of its summary, or to `summarizeAfter` changes if that is more: what
 * summaries cost is in proportion to the changes in between. Servers that are up to date read a summary as if
 * the state had begun anew, and so do those that are behind.
 */
export class DurableState<Change> {
  readonly #log: ChangeLog;
  readonly #tenant: string;
  readonly #model: ChangeModel<Change>;
  readonly #summarizeAfter: number;
  #position = 0;
  /** How many changes the log holds. */
  #length = 0;
  #waiting: Waiting<Change>[] = [];
  #inTurn = false;

  constructor(
    log: ChangeLog,
    tenant: string,
    model: ChangeModel<Change>,
    { summarizeAfter = 10_000 }: DurableStateOptions = {},
  ) {
    this.#log = log;
    this.#tenant = tenant;
    this.#model = model;
    this.#summarizeAfter = summarizeAfter;
  }

  /**
   * @param decision - reads the state as it is when its turn comes; must not wait for anything
   * @throws what the decision throws; StateError where the changes could not be written
   */
  decide<Output>(decision: () => Decision<Output, Change>): Promise<Output> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        take: () => {
          try {
            const { output, changes } = decision();
            return { changes, settle: () => resolve(output) };
          } catch (error) {
            return { changes: [], settle: () => reject(error) };
          }
        },
        fail: reject,
      });
      if (!this.#inTurn) void this.#takeTurns();
    });
  }

  /** Waits until all decisions so far are settled and what other servers have written is here. */
  refresh(): Promise<void> {
    return this.decide(() => ({ output: undefined, changes: [] }));
  }

  async #takeTurns(): Promise<void> {
    this.#inTurn = true;
    // Whoever asks within the same moment shares the first turn, too.
    await undefined;
    while (this.#waiting.length > 0) {
      const sharing = this.#waiting;
      this.#waiting = [];
      await this.#takeTurn(sharing);
    }
    this.#inTurn = false;
  }

  async #takeTurn(sharing: readonly Waiting<Change>[]): Promise<void> {
    const settled: (() => void)[] = [];
    try {
      this.#position = await this.#log.turn(this.#tenant, this.#position, (missed) => {
        for (const { change } of missed) this.#apply(this.#model.read(change));
        const changes: Change[] = [];
        const add = (change: Change): void => {
          if (this.#model.begins(change)) changes.length = 0;
          this.#apply(change);
          changes.push(change);
        };
        if (this.#position === 0 && missed.length === 0) add(this.#model.begin());
        for (const waiting of sharing) {
          const taken = waiting.take();
          for (const change of taken.changes) add(change);
          settled.push(taken.settle);
        }
        const summary = this.#dueSummary();
        if (summary) {
          this.#length = summary.length;
          return { changes: summary, replaces: true };
        }
        const [first] = changes;
        return { changes, replaces: first !== undefined && this.#model.begins(first) };
      });
    } catch (error) {
      // What is in memory may be ahead of the log now: it is read anew, from its beginning.
      this.#position = 0;
      for (const waiting of sharing) waiting.fail(error);
      return;
    }
    for (const settle of settled) settle();
  }

  #apply(change: Change): void {
    this.#length = this.#model.begins(change) ? 1 : this.#length + 1;
    this.#model.apply(change);
  }

  /** The changes that are to take the place of all that the log holds, where it has become too long. */
  #dueSummary(): readonly Change[] | undefined {
    if (this.#length <= this.#summarizeAfter) return undefined;
    const summary = this.#model.summary?.();
    return summary && this.#length > 2 * summary.size ? summary.changes() : undefined;
  }
}

interface Waiting<Change> {
  take(): { readonly changes: readonly Change[]; readonly settle: () => void };
  fail(error: unknown): void;
}
