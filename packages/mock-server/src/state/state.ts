import type {
  Agreement,
  Customer,
  MeteredRecord,
  Product,
  PublicKey,
  Seed,
  Token,
} from "../seed/seed.js";

/** What the marketplace knows, and what has been done so far. Rules read it; only changes alter it. */
export interface State {
  readonly products: ReadonlyMap<string, Product>;
  /** By account. */
  readonly customers: ReadonlyMap<string, Customer>;
  readonly customersByIdentifier: ReadonlyMap<string, Customer>;
  readonly agreements: readonly Agreement[];
  readonly agreementsByLicence: ReadonlyMap<string, Agreement>;
  readonly tokens: ReadonlyMap<string, IssuedToken>;
  readonly publicKeys: ReadonlyMap<number, PublicKey>;
  /** Accepted records by what makes them the same as another. */
  readonly records: ReadonlyMap<string, MeteredRecord>;
  readonly clientTokens: ReadonlyMap<string, ClientTokenUse>;
  readonly registrations: ReadonlySet<string>;
  readonly resolvedTokens: ReadonlySet<string>;
}

export type IssuedToken = Token & { readonly issuedAt: string };

export interface ClientTokenUse {
  /** The parameters that the token was used with. */
  readonly parameters: string;
  readonly meteringRecordId: string;
}

/** What an operation has decided to alter. */
export type Change =
  | { readonly kind: "metered"; readonly record: MeteredRecord }
  | { readonly kind: "clientTokenUsed"; readonly key: string; readonly use: ClientTokenUse }
  | { readonly kind: "registered"; readonly key: string }
  | { readonly kind: "tokenResolved"; readonly token: string }
  | { readonly kind: "tokenIssued"; readonly token: IssuedToken };

/** What a rule decides: the answer, and what becomes different by it. */
export interface Decision<Output> {
  readonly output: Output;
  readonly changes: readonly Change[];
}

/** The state at the start. Tokens without a time are issued now. */
export const stateOf = (seed: Seed, now: Date): State => ({
  products: indexBy(seed.products, ({ code }) => code),
  customers: indexBy(seed.customers, ({ account }) => account),
  customersByIdentifier: indexBy(seed.customers, ({ identifier }) => identifier),
  agreements: seed.agreements,
  agreementsByLicence: indexBy(seed.agreements, ({ licenseArn }) => licenseArn),
  tokens: indexBy(
    seed.tokens.map((token) => ({ ...token, issuedAt: token.issuedAt ?? now.toISOString() })),
    ({ token }) => token,
  ),
  publicKeys: indexBy(seed.publicKeys, ({ version }) => version),
  records: indexBy(seed.history.records, ({ key }) => key),
  clientTokens: new Map(seed.history.clientTokens.map(({ key, ...use }) => [key, use])),
  registrations: new Set(seed.history.registrations),
  resolvedTokens: new Set(seed.history.resolvedTokens),
});

/** The next state. Takes time in proportion to the state: the server itself keeps a {@link Store}. */
export const applyChanges = (state: State, changes: readonly Change[]): State => {
  const store = new Store(state);
  store.apply(changes);
  return store.state;
};

/** The one place where a state is altered in place. */
export class Store {
  readonly #records: Map<string, MeteredRecord>;
  readonly #clientTokens: Map<string, ClientTokenUse>;
  readonly #registrations: Set<string>;
  readonly #resolvedTokens: Set<string>;
  readonly #tokens: Map<string, IssuedToken>;
  /** Always up to date; not to be kept across an `apply`. */
  readonly state: State;

  constructor(initial: State) {
    this.#records = new Map(initial.records);
    this.#clientTokens = new Map(initial.clientTokens);
    this.#registrations = new Set(initial.registrations);
    this.#resolvedTokens = new Set(initial.resolvedTokens);
    this.#tokens = new Map(initial.tokens);
    this.state = {
      ...initial,
      records: this.#records,
      clientTokens: this.#clientTokens,
      registrations: this.#registrations,
      resolvedTokens: this.#resolvedTokens,
      tokens: this.#tokens,
    };
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      switch (change.kind) {
        case "metered":
          this.#records.set(change.record.key, change.record);
          break;
        case "clientTokenUsed":
          this.#clientTokens.set(change.key, change.use);
          forgetOldest(this.#clientTokens, rememberedClientTokens);
          break;
        case "registered":
          this.#registrations.add(change.key);
          break;
        case "tokenResolved":
          this.#resolvedTokens.add(change.token);
          break;
        case "tokenIssued":
          this.#tokens.set(change.token.token, change.token);
          break;
      }
    }
  }
}

/** SDKs make a token for each call: without a bound, memory would grow with every call. */
const rememberedClientTokens = 100_000;

const forgetOldest = (entries: Map<string, unknown>, limit: number): void => {
  if (entries.size <= limit) return;
  for (const key of entries.keys()) {
    entries.delete(key);
    return;
  }
};

const indexBy = <Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | undefined,
): ReadonlyMap<Key, Item> => {
  const index = new Map<Key, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) index.set(key, item);
  }
  return index;
};
