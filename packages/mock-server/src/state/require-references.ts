import type { State } from "./state.js";
import type { Token } from "../seed/seed.js";

/**
 * Makes sure that there is what a token refers to: as one of the seed would be checked.
 *
 * @throws TypeError that says what there is not, and what there is
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
  const instead = others.length === 0 ? "and there are none at all" : `but ${others.join(", ")}`;
  throw new TypeError(`There is no ${what} ${JSON.stringify(name)}, ${instead}.`);
}
