import type { Platform } from "../seed/seed.js";
import type { Settings } from "./settings.js";
import type { State } from "../state/state.js";
import { isSubscribed } from "./subscriptions.js";

/**
 * Returns the account that a running program meters for: that of its platform, if it is subscribed
 * to the product. Where the platform does not name one, any subscribed customer is used.
 */
export function entitledAccount(
  state: State,
  product: string,
  platform: Platform,
  now: Date,
  settings: Settings,
): string | undefined {
  const candidates =
    platform.account === undefined
      ? [...state.customers.values()]
      : [state.customers.get(platform.account)];
  return candidates.find((customer) => isSubscribed(state, customer, product, now, settings))
    ?.account;
}
