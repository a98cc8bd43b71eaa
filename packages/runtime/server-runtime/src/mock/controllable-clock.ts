import type { Clock } from "../service/clock.js";
import { isDate } from "@tinsmith/values";
import { parseInstant } from "./instant.js";
import { checkArgument } from "../checks/check.js";
import { describeValue } from "../checks/describe-value.js";
import { callable } from "../checks/expected.js";

/** A length of time. The parts are added. Negative parts move back. */
export interface Duration {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

/** A clock that tests control. It follows the system clock by default. */
export interface ControllableClock extends Clock {
  /** Stops the clock at the given instant, or at its current time. */
  freeze(at?: Date | string | number): void;
  /** Moves the clock to an instant. A running clock continues from that instant. */
  set(at: Date | string | number): void;
  /** Moves the clock forward by milliseconds or a duration. */
  advance(by: number | Duration): void;
  /** Restarts a stopped clock from its current time. */
  resume(): void;
  /** Returns to the time of the system clock. */
  reset(): void;
  /** Remembers the setting of the clock and returns a function that restores it. */
  checkpoint(): () => void;
  readonly frozen: boolean;
}

/**
 * Creates a clock that follows the system clock until it is set.
 *
 * @param system - returns the real time in milliseconds since 1970
 * @throws RangeError if an instant or a duration is not valid
 */
export function createClock(system: () => number = Date.now): ControllableClock {
  checkArgument(callable, system, "system of createClock()");
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
    advance: (by) => moveTo(toInstant(now() + toMilliseconds(by))),
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
}

function toInstant(at: Date | string | number): number {
  const instant = millisecondsOf(at);
  if (instant !== undefined && Math.abs(instant) <= latest) return instant;
  throw new RangeError(
    `Invalid instant: ${describeValue(at)}. Expected a Date, milliseconds since 1970, ` +
      `or a string such as "2026-11-01T05:59:00Z", with its zone.`,
  );
}

function millisecondsOf(at: unknown): number | undefined {
  if (typeof at === "string") return parseInstant(at)?.getTime();
  if (typeof at === "number") return at;
  // The check is by shape, not by class: fake timers of a test framework replace Date.
  return isDate(at) ? at.getTime() : undefined;
}

function toMilliseconds(by: number | Duration): number {
  const milliseconds = typeof by === "number" ? by : sumOf(by);
  if (Number.isFinite(milliseconds)) return milliseconds;
  throw new RangeError(
    `Invalid duration: ${describeValue(by)}. Expected milliseconds, or an object of ` +
      `${[...units.keys()].join(", ")}.`,
  );
}

/** Returns NaN if a part of the duration is unknown or not a number. */
function sumOf(by: unknown): number {
  if (typeof by !== "object" || by === null) return Number.NaN;
  let sum = 0;
  for (const [unit, count] of Object.entries(by)) {
    if (count === undefined) continue;
    sum += typeof count === "number" ? count * (units.get(unit) ?? Number.NaN) : Number.NaN;
  }
  return sum;
}

/** The latest millisecond that a Date can hold. */
const latest = 8.64e15;

const units: ReadonlyMap<string, number> = new Map([
  ["days", 86_400_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1000],
  ["milliseconds", 1],
] satisfies [keyof Duration, number][]);
