import type { Decision as DurableDecision } from "@tinsmith/server-runtime/state";
import type {
  Agreement,
  Customer,
  MeteredRecord,
  Platform,
  Product,
  PublicKey,
  Seed,
  Token,
} from "../seed/seed.js";

/** The state of the marketplace. Rules read it; only changes modify it. */
export interface State {
  readonly products: ReadonlyMap<string, Product>;
  /** Customers by account. */
  readonly customers: ReadonlyMap<string, Customer>;
  readonly customersByIdentifier: ReadonlyMap<string, Customer>;
  readonly agreements: readonly Agreement[];
  readonly agreementsByLicense: ReadonlyMap<string, Agreement>;
  readonly tokens: ReadonlyMap<string, IssuedToken>;
  readonly publicKeys: ReadonlyMap<number, PublicKey>;
  /** Accepted records by their identity. */
  readonly records: ReadonlyMap<string, MeteredRecord>;
  readonly clientTokens: ReadonlyMap<string, ClientTokenUse>;
  readonly registrations: ReadonlySet<string>;
  readonly resolvedTokens: ReadonlySet<string>;
  /** The platform of callers that `seed.callers` does not name. */
  readonly platform: Platform;
  /** The initial seed. */
  readonly seed: Seed;
}

export type IssuedToken = Token & { readonly issuedAt: string };

export interface ClientTokenUse {
  /** The parameters of the call that used the token. */
  readonly parameters: string;
  readonly meteringRecordId: string;
}

/** A change that replaces the whole state with a seed. */
export interface SeedChange {
  readonly kind: "seeded";
  readonly seed: Seed;
  /** The time of issue for tokens that do not state one. */
  readonly at: string;
  /** The seed that a reset restores, if it is not this one. */
  readonly origin?: Seed;
}

/** A change by an operation or a test. */
export type Change =
  | SeedChange
  | { readonly kind: "metered"; readonly record: MeteredRecord }
  | { readonly kind: "clientTokenUsed"; readonly key: string; readonly use: ClientTokenUse }
  | { readonly kind: "registered"; readonly key: string }
  | { readonly kind: "tokenResolved"; readonly token: string }
  | { readonly kind: "tokenIssued"; readonly token: IssuedToken }
  | { readonly kind: "platformSet"; readonly platform: Platform }
  /** A generated key pair, for a version without a key in the seed. The key is PKCS #8 in PEM. */
  | { readonly kind: "keyMade"; readonly version: number; readonly privateKey: string };

/** The result of a rule: the response, and the changes that it makes. */
export type Decision<Output> = DurableDecision<Output, Change>;

/** Returns the initial state of a seed. Tokens without a time are issued now. */
export const stateOf = (seed: Seed, now: Date, origin: Seed = seed): State => ({
  products: indexBy(seed.products, ({ code }) => code),
  customers: indexBy(seed.customers, ({ account }) => account),
  customersByIdentifier: indexBy(seed.customers, ({ identifier }) => identifier),
  agreements: seed.agreements,
  agreementsByLicense: indexBy(seed.agreements, ({ licenseArn }) => licenseArn),
  tokens: indexBy(
    seed.tokens.map((token) => ({ ...token, issuedAt: token.issuedAt ?? now.toISOString() })),
    ({ token }) => token,
  ),
  publicKeys: indexBy(seed.publicKeys, ({ version }) => version),
  records: indexBy(seed.history.records, ({ key }) => key),
  clientTokens: new Map(seed.history.clientTokens.map(({ key, ...use }) => [key, use])),
  registrations: new Set(seed.history.registrations),
  resolvedTokens: new Set(seed.history.resolvedTokens),
  platform: seed.platform,
  seed: origin,
});

/** Returns the change that replaces the state with a seed. */
export const seeded = (seed: Seed, now: Date, origin?: Seed): SeedChange => ({
  kind: "seeded",
  seed,
  at: now.toISOString(),
  ...(origin === undefined ? {} : { origin }),
});

/**
 * Returns the next state. The cost is proportional to the state, so the server itself uses a {@link
 * Store}.
 */
export function applyChanges(state: State, changes: readonly Change[]): State {
  const store = new Store(state);
  store.apply(changes);
  return store.state;
}

/** The only place where a state is modified in place. */
export class Store {
  #state: AlterableState;

  constructor(initial: State) {
    this.#state = alterable(initial);
  }

  /** The current state. It must not be kept across an `apply`. */
  get state(): State {
    return this.#state;
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) this.#apply(change);
  }

  #apply(change: Change): void {
    const state = this.#state;
    switch (change.kind) {
      case "seeded":
        this.#state = alterable(stateOf(change.seed, new Date(change.at), change.origin));
        break;
      case "metered":
        state.records.set(change.record.key, change.record);
        break;
      case "clientTokenUsed":
        state.clientTokens.set(change.key, change.use);
        forgetOldest(state.clientTokens, rememberedClientTokens);
        break;
      case "registered":
        state.registrations.add(change.key);
        break;
      case "tokenResolved":
        state.resolvedTokens.add(change.token);
        break;
      case "tokenIssued":
        state.tokens.set(change.token.token, change.token);
        break;
      case "platformSet":
        state.platform = change.platform;
        break;
      case "keyMade": {
        const key = state.publicKeys.get(change.version);
        if (key) state.publicKeys.set(change.version, { ...key, privateKey: change.privateKey });
        break;
      }
    }
  }
}

/** A state whose mutable parts belong to the store. */
interface AlterableState extends State {
  readonly records: Map<string, MeteredRecord>;
  readonly clientTokens: Map<string, ClientTokenUse>;
  readonly registrations: Set<string>;
  readonly resolvedTokens: Set<string>;
  readonly tokens: Map<string, IssuedToken>;
  readonly publicKeys: Map<number, PublicKey>;
  platform: Platform;
}

const alterable = (initial: State): AlterableState => ({
  ...initial,
  records: new Map(initial.records),
  clientTokens: new Map(initial.clientTokens),
  registrations: new Set(initial.registrations),
  resolvedTokens: new Set(initial.resolvedTokens),
  tokens: new Map(initial.tokens),
  publicKeys: new Map(initial.publicKeys),
});

/** SDKs generate a token for each call: without a limit memory would grow with every call. */
const rememberedClientTokens = 100_000;

function forgetOldest(entries: Map<string, unknown>, limit: number): void {
  if (entries.size <= limit) return;
  for (const key of entries.keys()) {
    entries.delete(key);
    return;
  }
}

function indexBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | undefined,
): ReadonlyMap<Key, Item> {
  const index = new Map<Key, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) index.set(key, item);
  }
  return index;
}
