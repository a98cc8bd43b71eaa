import type { Handler } from "../service/handler.js";
import type { ControllableClock } from "./controllable-clock.js";

/**
 * What a service does beyond its model, for one tenant: handlers over a state of their own. The
 * parts that touch the state can be left out where there is none.
 */
export interface Behavior<Handlers extends object> {
  readonly handlers: Handlers;
  /** The whole state as JSON that `seed` takes again; a copy, or never altered in place. */
  dump?(): unknown;
  /**
   * Begins again with another state.
   *
   * @throws TypeError where it is not valid; then nothing has changed
   */
  seed?(state: unknown): void;
  /** Begins again with the state of the beginning. */
  reset?(): void;
  /** Remembers the state; the answer brings it back. Default: `dump`, and `seed` with that. */
  checkpoint?(): () => void;
  /** Waits until all of the above is written, and what other servers of the same state wrote is here. */
  refresh?(): Promise<void>;
}

/** For whom a behavior is made. */
export interface BehaviorScope {
  /** The tenant's name: an access key, or `default`. What a state is kept under. */
  readonly name: string;
  readonly clock: ControllableClock;
}

/** Handlers of all operations, by name, that answer recorded calls. */
export type ReplayBehavior = Behavior<Readonly<Record<string, Handler>>>;
