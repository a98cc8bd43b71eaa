import type { Agreement, Customer } from "../seed/seed.js";
import type { Settings } from "./settings.js";
import type { State } from "../state/state.js";
import { hourOf, minute } from "./call.js";

/** Returns true if an agreement is active, or ended so recently that usage is still accepted. */
export function isActive(agreement: Agreement, now: Date, settings: Settings): boolean {
  const { start, end, unsubscribedAt } = agreement;
  const instant = now.getTime();
  const ended = Math.min(timeOf(end, Infinity), timeOf(unsubscribedAt, Infinity));
  return (
    instant >= timeOf(start, -Infinity) &&
    instant < ended + settings.unsubscribeGraceMinutes * minute
  );
}

/**
 * Returns true if usage of that time is within the period of an agreement. The first hour of the
 * agreement counts as a whole.
 */
export function covers({ start, end }: Agreement, timestamp: Date): boolean {
  const instant = timestamp.getTime();
  const from = start === undefined ? -Infinity : hourOf(new Date(start)).getTime();
  return instant >= from && instant < timeOf(end, Infinity);
}

/**
 * Returns true if a customer may use a product now: the customer is not suspended, and has an
 * active agreement, unless the settings accept customers without an agreement.
 */
export function isSubscribed(
  state: State,
  customer: Customer | undefined,
  product: string,
  now: Date,
  settings: Settings,
): boolean {
  if (customer === undefined || customer.suspended === true) return false;
  const own = state.agreements.filter(
    (agreement) => agreement.customer === customer.account && agreement.product === product,
  );
  if (own.length === 0) return settings.unseeded === "take";
  return own.some((agreement) => isActive(agreement, now, settings));
}

const timeOf = (instant: string | undefined, otherwise: number): number =>
  instant === undefined ? otherwise : Date.parse(instant);
