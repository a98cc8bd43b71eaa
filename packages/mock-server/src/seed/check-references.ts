import type * as v from "valibot";

/** The parts of a seed that the checks below need. */
interface References {
  readonly products: readonly { readonly code: string }[];
  readonly customers: readonly { readonly account: string; readonly identifier?: string }[];
  readonly agreements: readonly Reference[];
  readonly tokens: readonly (Reference & { readonly token: string })[];
  readonly publicKeys: readonly { readonly version: number }[];
}

interface Reference {
  readonly customer: string;
  readonly product: string;
  readonly licenseArn?: string;
}

/** Checks that the references of a seed's entries exist, and that entries are unique. */
export function checkReferences<Seed extends References>({
  dataset,
  addIssue,
}: v.RawCheckContext<Seed>): void {
  if (!dataset.typed) return;
  const seed = dataset.value;
  const report = (list: keyof References, index: number, key: string, message: string): void => {
    const entries: unknown = seed[list];
    const entry: unknown = Array.isArray(entries) ? entries[index] : undefined;
    const at = (origin: unknown, step: string | number): v.IssuePathItem => ({
      type: "unknown",
      origin: "value",
      input: origin,
      key: step,
      value: undefined,
    });
    addIssue({ message, path: [at(seed, list), at(entries, index), at(entry, key)] });
  };
  const once = (list: keyof References, key: string, values: readonly unknown[]): void => {
    for (const [index, value] of values.entries()) {
      if (value !== undefined && values.indexOf(value) < index) {
        report(list, index, key, `${JSON.stringify(value)} occurs twice.`);
      }
    }
  };
  once(
    "products",
    "code",
    seed.products.map(({ code }) => code),
  );
  once(
    "customers",
    "account",
    seed.customers.map(({ account }) => account),
  );
  once(
    "customers",
    "identifier",
    seed.customers.map(({ identifier }) => identifier),
  );
  once(
    "agreements",
    "licenseArn",
    seed.agreements.map(({ licenseArn }) => licenseArn),
  );
  once(
    "tokens",
    "token",
    seed.tokens.map(({ token }) => token),
  );
  once(
    "publicKeys",
    "version",
    seed.publicKeys.map(({ version }) => version),
  );

  const products = new Set(seed.products.map(({ code }) => code));
  const customers = new Set(seed.customers.map(({ account }) => account));
  const licenses = new Set(seed.agreements.map(({ licenseArn }) => licenseArn));
  for (const list of ["agreements", "tokens"] as const) {
    for (const [index, { customer, product }] of seed[list].entries()) {
      if (!customers.has(customer)) {
        report(list, index, "customer", `The customer account ${customer} does not exist.`);
      }
      if (!products.has(product)) {
        report(list, index, "product", `The product code ${product} does not exist.`);
      }
    }
  }
  for (const [index, { licenseArn }] of seed.tokens.entries()) {
    if (licenseArn !== undefined && !licenses.has(licenseArn)) {
      report("tokens", index, "licenseArn", `No agreement has the license ${licenseArn}.`);
    }
  }
}
