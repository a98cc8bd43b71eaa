import type { Clock } from "../service/clock.js";
import { parseInstant } from "./instant.js";

/** A length of time; the parts add up, negative ones go back. */
export interface Duration {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

/** A clock that a test moves. Without changes it is the system's. */
export interface ControllableClock extends Clock {
  /** Stops the time, at the given instant or at the present one of this clock. */
  freeze(at?: Date | string | number): void;
  /** Moves the time to an instant; a running clock runs on from there. */
  set(at: Date | string | number): void;
  /** Moves the time on, by milliseconds or a duration. */
  advance(by: number | Duration): void;
  /** Lets a stopped time run on from where it is. */
  resume(): void;
  /** Returns to the system's time. */
  reset(): void;
  /** Remembers the setting of the clock; the answer brings it back. */
  checkpoint(): () => void;
  readonly frozen: boolean;
}

/**
 * A clock that follows the system's until it is told otherwise.
 *
 * @param system - where the real time comes from, in milliseconds since 1970
 */
export const createClock = (system: () => number = Date.now): ControllableClock => {
  let offset = 0;
  let stopped: number | undefined;
  const now = (): number => stopped ?? system() + offset;
  const moveTo = (instant: number): void => {
    if (stopped === undefined) offset = instant - system();
    else stopped = instant;
  };
  return {
    now: () => new Date(now()),
    freeze: (at) => {
      stopped = at === undefined ? now() : toInstant(at);
    },
    set: (at) => moveTo(toInstant(at)),
    advance: (by) => moveTo(now() + toMilliseconds(by)),
    resume: () => {
      const at = now();
      stopped = undefined;
      offset = at - system();
    },
    reset: () => {
      offset = 0;
      stopped = undefined;
    },
    checkpoint: () => {
      const before = { offset, stopped };
      return () => {
        ({ offset, stopped } = before);
      };
    },
    get frozen() {
      return stopped !== undefined;
    },
  };
};

const toInstant = (at: Date | string | number): number => {
  const instant = typeof at === "string" ? parseInstant(at)?.getTime() : new Date(at).getTime();
  if (instant === undefined || Number.isNaN(instant)) {
    throw new RangeError(
      `${JSON.stringify(at)} is not an instant: expected a Date, milliseconds since 1970, ` +
        `or a text such as "2026-11-01T05:59:00Z", with its zone.`,
    );
  }
  return instant;
};

const toMilliseconds = (by: number | Duration): number => {
  let milliseconds = 0;
  if (typeof by === "number") milliseconds = by;
  else {
    for (const [unit, count] of Object.entries(by)) {
      milliseconds += count * (units.get(unit) ?? Number.NaN);
    }
  }
  if (Number.isFinite(milliseconds)) return milliseconds;
  throw new RangeError(
    `${JSON.stringify(by)} is not a length of time: expected milliseconds, or an object of ` +
      `${[...units.keys()].join(", ")}.`,
  );
};

const units: ReadonlyMap<string, number> = new Map([
  ["days", 86_400_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1000],
  ["milliseconds", 1],
] satisfies [keyof Duration, number][]);
