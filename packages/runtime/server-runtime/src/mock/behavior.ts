import type { Handler } from "../service/handler.js";
import type { ControllableClock } from "./controllable-clock.js";

/**
 * The behavior of a service beyond its model, for one tenant: handlers over a state. A behavior
 * without state omits the methods for state.
 */
export interface Behavior<Handlers extends object> {
  readonly handlers: Handlers;
  /**
   * Returns the whole state as JSON that `seed` accepts. The JSON is a copy, or data that is never
   * changed in place.
   */
  dump?(): unknown;
  /**
   * Replaces the state.
   *
   * @throws TypeError if the state is not valid; the previous state is kept
   */
  seed?(state: unknown): void;
  /** Restores the initial state. */
  reset?(): void;
  /** Remembers the state and returns a function that restores it. Default: `dump`, then `seed`. */
  checkpoint?(): () => void;
  /**
   * Waits until all changes are written and the changes of other servers with the same state are
   * read.
   */
  refresh?(): Promise<void>;
}

/** The tenant for which a behavior is created. */
export interface BehaviorScope {
  /** The tenant's name: an access key, or `default`. State is stored under it. */
  readonly name: string;
  readonly clock: ControllableClock;
}

/** Handlers of all operations by name. They respond with recorded calls. */
export type ReplayBehavior = Behavior<Readonly<Record<string, Handler>>>;
