import type { ControllableClock } from "../mock/controllable-clock.js";
import { parseInstant } from "../mock/instant.js";
import { CommandLineError } from "./command-line-error.js";

/** The initial setting of the clock. */
export interface ClockSetting {
  /** The initial time; the current time if undefined. */
  readonly at: Date | undefined;
  /** True if the clock is stopped. Otherwise it runs on from `at`. */
  readonly frozen: boolean;
}

/**
 * Reads `--clock`: `2026-11-01T05:59:00Z` starts the clock at that time,
 * `frozen:2026-11-01T05:59:00Z` stops it there, and `frozen` stops it at the current time.
 *
 * @throws CommandLineError
 */
export function readClockSetting(text: string): ClockSetting {
  if (text === "frozen") return { at: undefined, frozen: true };
  const [, prefix, instant = ""] = /^(frozen:)?(.*)$/s.exec(text) ?? [];
  const at = parseInstant(instant);
  if (at === undefined) {
    throw new CommandLineError(
      `--clock ${text} is not a time: expected 2026-11-01T05:59:00Z for a clock that starts at this time, ` +
        "frozen:2026-11-01T05:59:00Z for one that stands still at it, or frozen for one that stands still now.",
    );
  }
  return { at, frozen: prefix !== undefined };
}

export function setClock(clock: ControllableClock, { at, frozen }: ClockSetting): void {
  if (frozen) clock.freeze(at);
  else if (at) clock.set(at);
}
