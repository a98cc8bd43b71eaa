import { TimestampOutOfBoundsException } from "../generated/errors.js";
import type { Settings } from "./settings.js";
import { hour, minute } from "./call.js";

/** The allowed age of usage. */
export interface TimeWindow {
  readonly hours: number;
  /** True if usage of exactly this age is accepted. */
  readonly inclusive: boolean;
}

/**
 * Refuses a timestamp outside the window: too old, of the previous month after the configured hour
 * of the 1st, or too far ahead.
 *
 * @throws TimestampOutOfBoundsException
 */
export function checkTimestamp(
  timestamp: Date,
  now: Date,
  window: TimeWindow,
  { monthEndHour, futureToleranceMinutes, timeWindows }: Settings,
): void {
  if (timeWindows === "ignore") return;
  const refuse = (reason: string): never => {
    throw new TimestampOutOfBoundsException({
      message: `Timestamp ${timestamp.toISOString()} is out of bounds: ${reason}.`,
    });
  };
  const age = now.getTime() - timestamp.getTime();
  const { hours, inclusive } = window;
  if (age > hours * hour || (age === hours * hour && !inclusive)) {
    refuse(`it is ${(age / hour).toFixed(1)} hours old, but the window is ${hours} hours`);
  }
  if (-age > futureToleranceMinutes * minute) {
    refuse(`it is ${Math.ceil(-age / minute)} minutes ahead`);
  }
  const month = Date.UTC(now.getUTCFullYear(), now.getUTCMonth());
  if (timestamp.getTime() < month && now.getTime() >= month + monthEndHour * hour) {
    const end = `${String(monthEndHour).padStart(2, "0")}:00 UTC`;
    refuse(`usage of the previous month is accepted until ${end} on the 1st`);
  }
}
