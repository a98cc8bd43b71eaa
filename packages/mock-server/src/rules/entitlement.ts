import type { Platform } from "../seed/seed.js";
import type { Settings } from "./settings.js";
import type { State } from "../state/state.js";
import { isSubscribed } from "./subscriptions.js";

/**
 * The account that a running program meters for: its platform's, if it is subscribed to the product.
 * Where the platform names none, any subscribed customer's will do.
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
