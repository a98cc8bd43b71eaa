import { HttpResponse } from "@smithy/core/transport";
import { isClockSkewError } from "@smithy/core/retry";

/** From this difference on, services begin to refuse signatures; below it, dates are left alone. */
const NOTICEABLE_SKEW = 240_000;
/** A response that took longer says little about what time it is. */
const SLOW_RESPONSE = 900_000;

/** How far this machine's clock is from the service's, in milliseconds. */
export interface Clock {
  systemClockOffset: number;
}

/** Learns from a response what time it is at the service. Answers of caches (with `Age`) are not believed. */
export function correctClock(clock: Clock, response: unknown, sentAt: number): boolean {
  if (!HttpResponse.isInstance(response)) return false;
  const date = header(response, "date");
  const serverTime = date === undefined ? Number.NaN : Date.parse(date);
  const now = Date.now();
  if (Number.isNaN(serverTime) || header(response, "age") !== undefined) return false;
  if (now - sentAt > SLOW_RESPONSE) return false;
  const offset = serverTime - now;
  const previous = clock.systemClockOffset;
  // A date has whole seconds: following it each time would only add noise.
  if (Math.abs(offset - previous) < NOTICEABLE_SKEW) return false;
  clock.systemClockOffset = Math.abs(offset) < NOTICEABLE_SKEW ? 0 : offset;
  return clock.systemClockOffset !== previous;
}

/** Whether an error is one by which services refuse the date of a request. */
export const isDateRefused = ({ name, message }: Error): boolean =>
  isClockSkewError({ name, message });

const header = (response: HttpResponse, name: string): string | undefined =>
  response.headers[name] ?? response.headers[name.charAt(0).toUpperCase() + name.slice(1)];
