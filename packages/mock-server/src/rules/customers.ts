import { createHash } from "node:crypto";
import type { UsageRecord } from "@marketplace-metering/types";
import type { Customer } from "../seed/seed.js";
import type { State } from "../state/state.js";
import type { Settings } from "./settings.js";

/**
 * Returns the customer of a record. If the setting `unseeded` accepts customers that are not in the
 * seed, the account of such a customer is derived from its identifier.
 */
export function customerOf(
  state: State,
  { CustomerIdentifier: identifier, CustomerAWSAccountId: account }: UsageRecord,
  { unseeded }: Settings,
): Customer | undefined {
  const known = isGiven(identifier)
    ? state.customersByIdentifier.get(identifier)
    : state.customers.get(account ?? "");
  if (known || unseeded === "refuse") return known;
  return isGiven(identifier)
    ? { account: accountFor(identifier), identifier }
    : { account: account ?? unseededAccount };
}

/** The account of a caller whose platform does not name an account, if `unseeded` is `take`. */
export const unseededAccount = "000000000000";

/** Returns true for an identifier that is set; the model's default is the empty string. */
export const isGiven = (text: string | undefined): text is string =>
  text !== undefined && text !== "";

function accountFor(identifier: string): string {
  const digest = createHash("sha256").update(identifier).digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000_000_000).padStart(12, "0");
}
