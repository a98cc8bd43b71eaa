import type { Platform } from "../seed/seed.js";
import type { Settings } from "./settings.js";
import type { State } from "../state/state.js";
import { unseededAccount } from "./customers.js";
import { isSubscribed } from "./subscriptions.js";

/**
 * Returns the account that a running program meters for. This is the account of its platform, if
 * that account is subscribed to the product. If the platform does not name an account, any
 * subscribed customer is used. If no customer is entitled and the setting `unseeded` is `take`, an
 * account that is not in the seed is accepted.
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
