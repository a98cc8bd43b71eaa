/** A change as a log keeps it. */
export interface LoggedChange {
  /** Counts up within a tenant, from 1; there may be gaps. */
  readonly position: number;
  /** JSON. */
  readonly change: unknown;
}

/** What a turn of a log adds to it. */
export interface Addition {
  /** JSON, in the order in which they happened. */
  readonly changes: readonly unknown[];
  /** Whether what was there before is forgotten: the first change then begins anew. */
  readonly replaces?: boolean;
}

/**
 * Where changes are kept in the order in which they happened, for each tenant its own. Several servers
 * may share one log.
 */
export interface ChangeLog {
  /**
   * Takes a turn: hands over what was added behind a position, and adds what the answer says. Nobody
   * else adds anything in between; what is added has been written when the promise resolves, all of it or
   * nothing.
   *
   * @param after - 0 for all that there is
   * @param decide - must not wait for anything; what it throws ends the turn without an addition
   * @returns the position of the last change
   * @throws StateError where the store cannot be read or written
   */
  turn(
    tenant: string,
    after: number,
    decide: (missed: readonly LoggedChange[]) => Addition,
  ): Promise<number>;
  /** The tenants with changes, sorted. */
  tenants(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Says why a store of changes cannot be used, and what to do about it. */
export class StateError extends Error {
  override readonly name = "StateError";
}
