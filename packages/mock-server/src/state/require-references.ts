import type { State } from "./state.js";
import type { Token } from "../seed/seed.js";

/**
 * Checks that the references of a token exist, as for tokens of a seed.
 *
 * @throws TypeError that names the missing entry and lists the existing ones
 */
export function requireReferences(
  state: State,
  { customer, product, licenseArn }: Pick<Token, "customer" | "product" | "licenseArn">,
): void {
  require("customer", customer, state.customers);
  require("product", product, state.products);
  if (licenseArn !== undefined) require("license", licenseArn, state.agreementsByLicense);
}

function require(what: string, name: string, known: ReadonlyMap<string, unknown>): void {
  if (known.has(name)) return;
  const others = [...known.keys()];
  const instead = others.length === 0 ? "None exists." : `Expected one of: ${others.join(", ")}.`;
  throw new TypeError(`Unknown ${what} ${JSON.stringify(name)}. ${instead}`);
}
