import { randomUUID } from "node:crypto";

import {
  type Constraints,
  type ControllableClock,
  createClock,
  type ListenOptions,
} from "@tinsmith/server-runtime";
import type { ChangeLog } from "@tinsmith/server-runtime/state";
import { constraints } from "@marketplace-metering/types/constraints";

import {
  MockServer as GeneratedServer,
  type MockServerOptions as GeneratedOptions,
} from "./generated/server.js";
import { service } from "./generated/service.js";
import { Marketplace } from "./marketplace.js";
import { defaultSeed } from "./seed/default-seed.js";
import {
  type MeteredRecord,
  parseSeed,
  type Platform,
  type Seed,
  type SeedInput,
  type Token,
} from "./seed/seed.js";
import { defaultSettings, type Settings } from "./settings.js";
import type { PublishedKey } from "./signing/key-ring.js";
import { type StateStore, stateStore } from "./state/state-store.js";

/** Options of {@link createMockServer}. */
export interface MockServerOptions extends Omit<GeneratedOptions, "constraints"> {
  /** The state to begin with. Default: a small example marketplace. */
  readonly seed?: SeedInput;
  /** The time of the marketplace. Default: a clock that follows the system's. */
  readonly clock?: ControllableClock;
  /** What the documentation leaves open. */
  readonly settings?: Partial<Settings>;
  /**
   * Where the state is kept. Default: in memory. A path keeps it in an SQLite file, across restarts and
   * `kill -9`; the URL of a libSQL server (`http:`, `libsql:`) in one that several servers share. What is
   * kept there wins over the seed. Needs `@libsql/client`, an optional dependency.
   */
  readonly state?: string | ChangeLog;
}

/**
 * AWS Marketplace Metering as it behaves: time windows, de-duplication, subscriptions, tokens and
 * signatures, over a state and a clock that a test controls.
 */
export class MarketplaceMeteringMockServer extends GeneratedServer {
  readonly clock: ControllableClock;
  readonly settings: Settings;
  readonly #marketplace: Marketplace;
  readonly #store: StateStore | undefined;

  /** @throws TypeError where the seed is not valid */
  constructor(options: MockServerOptions = {}) {
    const { seed = defaultSeed, clock = createClock(), settings, state, ...rest } = options;
    const allSettings = { ...defaultSettings, ...settings };
    const store = state === undefined ? undefined : stateStore(state, service.service.name);
    const place = store && { open: store.open, tenant: "", onFailure: reportFailure };
    const marketplace = new Marketplace(parseSeed(seed), clock, allSettings, place);
    super({
      maxBodyBytes: 1024 * 1024,
      ...rest,
      handlers: { ...marketplace.handlers, ...options.handlers },
      ...(allSettings.allocationErrors === "modelled" ? { constraints: withoutTagRules } : {}),
    });
    this.clock = clock;
    this.settings = allSettings;
    this.#marketplace = marketplace;
    this.#store = store;
    this.use(marketplace.hooks);
  }

  /**
   * @throws ListenError where the port cannot be had
   * @throws StateError where the state cannot be read or written
   */
  override async listen(options?: ListenOptions): Promise<this> {
    await this.refresh();
    return super.listen(options);
  }

  override async close(): Promise<void> {
    await super.close();
    await this.#store?.close();
  }

  /**
   * Waits until all that was asked for in process (`issueToken`, `reset`, `platform`) is written, and brings
   * here what other servers of the same state have written. In memory there is nothing to wait for. A server
   * whose durable state was closed is not to be used again.
   *
   * @throws StateError where the state cannot be read or written
   */
  refresh(): Promise<void> {
    return this.#marketplace.refresh();
  }

  /** The whole state, as a seed that continues from here: JSON, a copy. */
  get state(): Seed {
    return structuredClone(this.#marketplace.dump());
  }

  /** Where callers run that the seed's `callers` does not name. */
  get platform(): Platform {
    return this.#marketplace.platform;
  }

  set platform(platform: Platform) {
    this.#marketplace.platform = platform;
  }

  /**
   * The accepted records, in the order in which they came; those that have all of the filter.
   *
   * @example server.metered({ customer: "111122223333", dimension: "users" })
   */
  metered(filter: Partial<MeteredRecord> = {}): readonly MeteredRecord[] {
    const wanted = Object.entries(filter);
    return [...this.#marketplace.state.records.values()].filter((record) =>
      wanted.every(([member, value]) => Reflect.get(record, member) === value),
    );
  }

  /** Makes a registration token, as AWS Marketplace does when it sends a buyer. */
  issueToken(token: Omit<Token, "token"> & Partial<Pick<Token, "token">>): string {
    const name = token.token ?? `mock.${randomUUID()}`;
    this.#marketplace.issue({ ...token, token: name });
    return name;
  }

  /** The keys that verify the signatures of `RegisterUsage`; also at `/_mock/public-keys`. */
  publicKeys(): Promise<PublishedKey[]> {
    return this.#marketplace.publicKeys();
  }

  /**
   * Begins again: takes back all orders and returns to the seed, or to another one. The clock stays as
   * it is.
   *
   * @throws TypeError where the seed is not valid
   */
  override reset(seed?: SeedInput): void {
    super.reset();
    this.#marketplace.reset(seed === undefined ? undefined : parseSeed(seed));
  }
}

/** Makes a mock server; it takes requests after `listen()`, or in process through `handle`. */
export const createMockServer = (options: MockServerOptions = {}): MarketplaceMeteringMockServer =>
  new MarketplaceMeteringMockServer(options);

const reportFailure = (error: unknown): void => console.error("The state was not written:", error);

/** The model's constraints without those that have errors of their own. */
const withoutTagRules: Constraints = {
  ...constraints,
  Tag: { Key: { required: true }, Value: { required: true } },
  UsageAllocation: { ...constraints.UsageAllocation, Tags: {} },
  UsageRecord: { ...constraints.UsageRecord, UsageAllocations: {} },
  MeterUsageRequest: { ...constraints.MeterUsageRequest, UsageAllocations: {} },
};
