import { isClockSkewError } from "@smithy/core/retry";
import type { HttpResponse } from "@smithy/types";
import { isHttpResponse } from "../http/http-response.js";

/** Services start to reject signatures at about this difference. Smaller ones are not corrected. */
const NOTICEABLE_SKEW = 240_000;
/** After a longer round trip, the date of a response is too imprecise. */
const SLOW_RESPONSE = 900_000;

/** The difference between the service's clock and this machine's, in milliseconds. */
export interface Clock {
  systemClockOffset: number;
}

/**
 * Corrects the clock offset from the `Date` header of a response. Cached responses (with `Age`) are
 * ignored.
 * @returns true if the offset changed
 */
export function correctClock(clock: Clock, response: unknown, sentAt: number): boolean {
  if (!isHttpResponse(response)) return false;
  const date = header(response, "date");
  const serverTime = date === undefined ? Number.NaN : Date.parse(date);
  const now = Date.now();
  if (Number.isNaN(serverTime) || header(response, "age") !== undefined) return false;
  if (now - sentAt > SLOW_RESPONSE) return false;
  const offset = serverTime - now;
  const previous = clock.systemClockOffset;
  // `Date` has a resolution of seconds, so small corrections would only add noise.
  if (Math.abs(offset - previous) < NOTICEABLE_SKEW) return false;
  clock.systemClockOffset = Math.abs(offset) < NOTICEABLE_SKEW ? 0 : offset;
  return clock.systemClockOffset !== previous;
}

/** Returns true for errors with which services reject the date of a request. */
export const isDateRejected = ({ name, message }: Error): boolean =>
  isClockSkewError({ name, message });

const header = (response: HttpResponse, name: string): string | undefined =>
  response.headers[name] ?? response.headers[name.charAt(0).toUpperCase() + name.slice(1)];
