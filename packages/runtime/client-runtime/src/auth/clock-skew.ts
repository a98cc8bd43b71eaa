import type { HttpResponse } from "@smithy/types";
import { isHttpResponse } from "../http/http-response.js";

const rejectedDate =
  /^(?:AccessDeniedException|AuthFailure|InvalidSignatureException|Request(?:Expired|InTheFuture|TimeTooSkewed)|SignatureDoesNotMatch)$/;
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
 */
export function correctClock(clock: Clock, response: unknown, sentAt: number): void {
  if (!isHttpResponse(response)) return;
  const date = header(response, "date");
  const serverTime = date === undefined ? Number.NaN : Date.parse(date);
  const now = Date.now();
  if (Number.isNaN(serverTime) || header(response, "age") !== undefined) return;
  if (now - sentAt > SLOW_RESPONSE) return;
  const offset = serverTime - now;
  // `Date` has a resolution of seconds, so small corrections would only add noise.
  if (Math.abs(offset - clock.systemClockOffset) < NOTICEABLE_SKEW) return;
  clock.systemClockOffset = Math.abs(offset) < NOTICEABLE_SKEW ? 0 : offset;
}

/** Returns true for errors with which services reject the date of a request. */
export const isDateRejected = ({ name }: Error): boolean => rejectedDate.test(name);

const header = (response: HttpResponse, name: string): string | undefined =>
  response.headers[name] ?? response.headers[name.charAt(0).toUpperCase() + name.slice(1)];
