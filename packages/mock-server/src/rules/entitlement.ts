import type { Platform } from "../seed/seed.js";
import type { Settings } from "./settings.js";
import type { State } from "../state/state.js";
import { unseededAccount } from "./customers.js";
import { isSubscribed } from "./subscriptions.js";

/**
 * Returns the account that a running program meters for: that of its platform, if it is subscribed
 * to the product. Where the platform does not name one, any subscribed customer is used, or one that
 * the seed does not have, where that is the setting.
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
  const entitled = candidates.find((customer) =>
    isSubscribed(state, customer, product, now, settings),
  );
  if (entitled || settings.unseeded === "refuse") return entitled?.account;
  const { account = unseededAccount } = platform;
  return state.customers.has(account) ? undefined : account;
}
