import type { ChangeLog } from "./change-log.js";

/** The result of an operation: its response, and the changes that it makes. */
export interface Decision<Output, Change> {
  readonly output: Output;
  readonly changes: readonly Change[];
}

/** A state in memory to which changes are applied. */
export interface ChangeModel<Change> {
  /** Returns the first change of a history, for an empty log. */
  begin(): Change;
  /** Returns true if a change replaces the whole state, so that earlier changes do not matter. */
  begins(change: Change): boolean;
  /**
   * Parses a change from the log.
   *
   * @throws TypeError if it is not a change
   */
  read(logged: unknown): Change;
  /** Applies a change to the state in memory. */
  apply(change: Change): void;
  /**
   * Returns the current state in as few changes as possible. The first change replaces the whole
   * state. A summary replaces a history that has become much longer. Without summaries a log grows
   * forever.
   */
  summary?(): Summary<Change>;
}

/** A state as a list of changes. */
export interface Summary<Change> {
  /**
   * The number of changes. The property is read often, so it must not compute the number each time.
   */
  readonly size: number;
  changes(): readonly Change[];
}

/** Settings of a {@link DurableState}. */
export interface DurableStateOptions {
  /** The minimum number of changes that a summary replaces. Default 10,000. */
  readonly summarizeAfter?: number;
}

/**
 * Synchronizes a state in memory with a log. Every decision is based on all earlier changes of all
 * servers. Its response is returned after its changes are stored. Decisions that arrive during a
 * turn share the next turn, so that many callers cause few writes.
 *
 * A history grows to twice the length of its summary, or to `summarizeAfter` changes if that is
 * more, so that the cost of summaries is proportional to the changes between them. Servers read a
 * summary like any change that replaces the whole state.
 */
export class DurableState<Change> {
  readonly #log: ChangeLog;
  readonly #tenant: string;
  readonly #model: ChangeModel<Change>;
  readonly #summarizeAfter: number;
  #position = 0;
  /** The number of changes in the log. */
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
   * @param decision - reads the state when its turn comes; must be synchronous
   * @throws the error of the decision, or StateError if the changes could not be stored
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

  /** Waits until all pending decisions are settled and the changes of other servers are read. */
  refresh(): Promise<void> {
    return this.decide(() => ({ output: undefined, changes: [] }));
  }

  async #takeTurns(): Promise<void> {
    this.#inTurn = true;
    while (this.#waiting.length > 0) {
      // A log may store changes without a pause in which other requests could arrive. Requests that
      // have already arrived are read first, so that they share the turn.
      await pause();
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
      // The state in memory may be ahead of the log, so the log is read again from the start.
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

  /** Returns the summary that replaces the log, if the log has become too long. */
  #dueSummary(): readonly Change[] | undefined {
    if (this.#length <= this.#summarizeAfter) return undefined;
    const summary = this.#model.summary?.();
    return summary && this.#length > 2 * summary.size ? summary.changes() : undefined;
  }
}

/** Waits until pending input has been read. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    // Runtimes without this function have only timers.
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

interface Waiting<Change> {
  take(): { readonly changes: readonly Change[]; readonly settle: () => void };
  fail(error: unknown): void;
}
