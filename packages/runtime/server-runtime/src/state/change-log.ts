/** A stored change. */
export interface LoggedChange {
  /** The position within a tenant, from 1. Positions may have gaps. */
  readonly position: number;
  /** The change as JSON. */
  readonly change: unknown;
}

/** The changes that a turn adds to a log. */
export interface Addition {
  /** Changes as JSON, in order. */
  readonly changes: readonly unknown[];
  /** True if the first change replaces the whole history. */
  readonly replaces?: boolean;
}

/** Stores the changes of each tenant in order. Several servers may share a log. */
export interface ChangeLog {
  /**
   * Runs a turn: passes the changes after a position to `decide`, and adds the changes that it
   * returns. Turns exclude each other. Either all added changes are stored, or none.
   *
   * @param after - 0 for the whole history
   * @param decide - must be synchronous; an error ends the turn without an addition
   * @returns the position of the last change
   * @throws StateError if the store cannot be read or written
   */
  turn(
    tenant: string,
    after: number,
    decide: (missed: readonly LoggedChange[]) => Addition,
  ): Promise<number>;
  /** Returns the tenants with changes, sorted. */
  tenants(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Thrown if a store of changes cannot be used. The message states the reason and the remedy. */
export class StateError extends Error {
  override readonly name = "StateError";
}
